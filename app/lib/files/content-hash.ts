import { encodeHexLowerCase } from "@oslojs/encoding";

const PIECE_BYTES = 1_000_000;

/**
 * Names a file's content, as 64 hexadecimal digits: the SHA-256 of the SHA-256s
 * of its megabytes, so that a large file never lies in memory as a whole.
 */
export async function contentHash(file: Blob): Promise<string> {
  const digests: ArrayBuffer[] = [];
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    const bytes = await file.slice(start, start + PIECE_BYTES).arrayBuffer();
    digests.push(await crypto.subtle.digest("SHA-256", bytes));
  }
  const all = await new Blob(digests).arrayBuffer();
  return encodeHexLowerCase(new Uint8Array(await crypto.subtle.digest("SHA-256", all)));
}
