import { decodeBase64, decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from "@oslojs/encoding";
import { areBytesEqual } from "./constant-time";

const ID_BYTES = 16;
const MAC_BYTES = 8;
const TOKEN = /^[A-Za-z0-9_-]{32}$/;

/**
 * The part of a webhook address that names its connection: base64url of the 16
 * bytes of its id and 8 bytes of HMAC-SHA256 over them. 32 characters. The MAC
 * lets an invented address be refused before anything is woken or read.
 */
export async function makeHookToken(hookUrlKey: string, connectionId: string): Promise<string> {
  const id = uuidBytes(connectionId);
  const token = new Uint8Array(ID_BYTES + MAC_BYTES);
  token.set(id);
  token.set(await macOf(hookUrlKey, id), ID_BYTES);
  return encodeBase64urlNoPadding(token);
}

/** The connection's id, or null for a token that this key did not make. */
export async function readHookToken(hookUrlKey: string, token: string): Promise<string | null> {
  if (!TOKEN.test(token)) return null;
  const bytes = decodeBase64urlIgnorePadding(token);
  const id = bytes.slice(0, ID_BYTES);
  const isGenuine = areBytesEqual(bytes.slice(ID_BYTES), await macOf(hookUrlKey, id));
  return isGenuine ? uuidText(id) : null;
}

async function macOf(hookUrlKey: string, id: Uint8Array): Promise<Uint8Array> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const bytes = Uint8Array.from(decodeBase64(hookUrlKey));
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  const mac = await crypto.subtle.sign("HMAC", key, Uint8Array.from(id));
  return new Uint8Array(mac, 0, MAC_BYTES);
}

function uuidBytes(uuid: string): Uint8Array {
  const hex = uuid.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new Error("a connection's id is a lower-case uuid");
  return Uint8Array.from({ length: ID_BYTES }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

function uuidText(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
