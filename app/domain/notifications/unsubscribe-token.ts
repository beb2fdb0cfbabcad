import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from "@oslojs/encoding";
import * as z from "zod";
import { areBytesEqual } from "~/lib/constant-time";
import type { Keyring } from "~/lib/keyring";

/** In what is signed, so that a token for this opens nothing else and none of another kind opens this. */
const PURPOSE = "orucrm unsubscribe product mail";
const TOKEN = /^([0-9a-f-]{36})\.([1-9]\d{0,4})\.([A-Za-z0-9_-]{43})$/;

/**
 * What the link of a product mail carries: `user.key version.signature`. It does one
 * thing, switching that mail off, and does not expire: an old mail must still do it.
 */
export async function writeUnsubscribeToken(keyring: Keyring, userId: string): Promise<string> {
  const mac = await sign(keyring, keyring.current, userId);
  if (mac === null) throw new Error("the keyring lacks its current key");
  return `${userId}.${keyring.current}.${encodeBase64urlNoPadding(mac)}`;
}

/** The user's id; null for a token that no key of ours signed for this. */
export async function readUnsubscribeToken(keyring: Keyring, token: string): Promise<string | null> {
  const [, userId = "", version = "", signature = ""] = TOKEN.exec(token) ?? [];
  if (!z.uuid().safeParse(userId).success) return null;
  const mac = await sign(keyring, Number(version), userId);
  if (mac === null) return null;
  return areBytesEqual(decodeBase64urlIgnorePadding(signature), mac) ? userId : null;
}

async function sign(keyring: Keyring, version: number, userId: string): Promise<Uint8Array | null> {
  const secret = keyring.keys.get(version);
  if (!secret) return null;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", secret, algorithm, false, ["sign"]);
  const text = new TextEncoder().encode(`${PURPOSE}\n${userId}`);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, text));
}
