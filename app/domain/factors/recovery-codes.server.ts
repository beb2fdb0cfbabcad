import { encodeBase32UpperCaseNoPadding } from "@oslojs/encoding";
import { sha256Hex } from "~/lib/sha256-hex";

const COUNT = 10;
/** 120 bits: more than can be guessed from a plain hash, whatever the machine. */
const CODE_BYTES = 15;

/** Ten codes as they are shown, once, and their hashes as they are kept. */
export async function createRecoveryCodes(userId: string): Promise<{ codes: string[]; hashes: string[] }> {
  const codes = Array.from({ length: COUNT }, () =>
    grouped(encodeBase32UpperCaseNoPadding(crypto.getRandomValues(new Uint8Array(CODE_BYTES)))),
  );
  return { codes, hashes: await Promise.all(codes.map((code) => hashRecoveryCode(userId, code))) };
}

/** The hash of a code as it was typed: signs between the groups and small letters do not matter. */
export function hashRecoveryCode(userId: string, typed: string): Promise<string> {
  return sha256Hex(`${userId}:${typed.toUpperCase().replace(/[^A-Z2-7]/g, "")}`);
}

function grouped(code: string): string {
  return code.match(/.{4}/g)?.join("-") ?? code;
}
