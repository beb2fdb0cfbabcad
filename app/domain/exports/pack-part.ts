import { crc32 } from "~/lib/crc32";
import { DEFLATE_END, deflatePart } from "~/lib/deflate-part";
import { joinBytes } from "~/lib/join-bytes";
import type { ExportFile } from "./export-cursor";

export type NewPart = { file: ExportFile; text: string; rows: number; isLast: boolean };

/** The next part of a file, compressed, and what the file is with it. */
export function packPart({ file, text, rows, isLast }: NewPart): { grown: ExportFile; packed: Uint8Array } {
  const bytes = new TextEncoder().encode(text);
  const part = deflatePart(bytes);
  const packed = isLast ? joinBytes([part, DEFLATE_END]) : part;
  const grown = {
    path: file.path,
    rows: file.rows + rows,
    bytes: file.bytes + bytes.length,
    packedBytes: file.packedBytes + packed.length,
    crc32: crc32(bytes, file.crc32),
    parts: file.parts + 1,
  };
  return { grown, packed };
}
