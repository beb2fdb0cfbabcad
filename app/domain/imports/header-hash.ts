import { sha256Hex } from "~/lib/sha256-hex";

/** Names a header whatever file it stands in; hexadecimal SHA-256. */
export function headerHash(columns: readonly string[]): Promise<string> {
  return sha256Hex(JSON.stringify(columns.map((name) => name.trim().toLowerCase())));
}
