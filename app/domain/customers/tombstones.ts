import { encodeHexLowerCase } from "@oslojs/encoding";
import type { Keyring } from "~/lib/keyring";

/** Keyed hashing of what was erased, for one organization. */
export type TombstoneHasher = {
  /** The hash to write. */
  hash(text: string): Promise<string>;
  /** Every hash under which the text may have been written, one per key version. */
  hashes(text: string): Promise<string[]>;
};

const PURPOSE = "orucrm tombstone";

/**
 * Erased identities are remembered as `<key version>.<hex HMAC-SHA256>` of
 * organization and key text, under keys derived from the keyring. A hash can't be
 * written anew under another key, so a version must stay listed as long as
 * tombstones name it.
 */
export async function tombstoneHasher(keyring: Keyring, orgId: string): Promise<TombstoneHasher> {
  const versions = [...keyring.keys.keys()].sort((a, b) => a - b);
  const keys = new Map<number, CryptoKey>();
  for (const version of versions) {
    const secret = keyring.keys.get(version);
    if (secret) keys.set(version, await importKey(await mac(await importKey(secret), PURPOSE)));
  }
  const hashUnder = async (version: number, text: string) => {
    const key = keys.get(version);
    if (!key) throw new Error(`no tombstone key of version ${version}`);
    return `${version}.${encodeHexLowerCase(await mac(key, JSON.stringify([orgId, text])))}`;
  };
  return {
    hash: (text) => hashUnder(keyring.current, text),
    hashes: (text) => Promise.all(versions.map((version) => hashUnder(version, text))),
  };
}

function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

async function mac(key: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text)));
}
