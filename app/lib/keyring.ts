import { decodeBase64IgnorePadding } from "@oslojs/encoding";

/** Secret keys by version. The highest version that may write does; every version still listed reads. */
export type Keyring = {
  readonly current: number;
  readonly keys: ReadonlyMap<number, Uint8Array<ArrayBuffer>>;
};

const KEY_BYTES = 32;
const ENTRY = /^([1-9]\d{0,4}):([A-Za-z0-9+/]+=*)(:reads)?$/;

/**
 * Reads `"1:base64,2:base64:reads"`, each key being 32 bytes. One that only `reads` is
 * made known everywhere before it writes: what it wrote would be refused by whoever
 * does not know it yet. Throws on anything else, naming the position and never the
 * key, so that a bad configuration stops the start.
 */
export function parseKeyring(text: string): Keyring {
  const keys = new Map<number, Uint8Array<ArrayBuffer>>();
  const writers: number[] = [];
  for (const [index, entry] of text.split(",").entries()) {
    const match = ENTRY.exec(entry.trim());
    if (match?.[1] === undefined || match[2] === undefined) {
      throw new Error(`keyring entry ${index + 1} is not version:base64`);
    }
    const version = Number(match[1]);
    const bytes = new Uint8Array(decodeBase64IgnorePadding(match[2]));
    if (bytes.length !== KEY_BYTES) {
      throw new Error(`keyring entry ${index + 1} holds ${bytes.length} bytes, expected ${KEY_BYTES}`);
    }
    if (keys.has(version)) throw new Error(`keyring names version ${version} twice`);
    keys.set(version, bytes);
    if (match[3] === undefined) writers.push(version);
  }
  if (writers.length === 0) throw new Error("keyring has no key that writes");
  return { current: Math.max(...writers), keys };
}
