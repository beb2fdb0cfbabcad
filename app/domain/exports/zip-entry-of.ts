import type { ZipEntry } from "~/lib/zip-records";
import type { ExportFile } from "./export-cursor";

/** A file of an export as the archive lists it. */
export function zipEntryOf({ path, bytes, packedBytes, crc32 }: ExportFile, at: Date): ZipEntry {
  return { path, bytes, packedBytes, crc32, at };
}
