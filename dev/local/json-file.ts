import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type * as z from "zod";

/** A file's content, or null when it is missing or is not what the schema says. */
export function readJson<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** Written beside its place and renamed: a reader sees the old or the new file, never half of one. Only for its owner's eyes. */
export function writeJson(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
