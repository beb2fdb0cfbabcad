import { FILE_LIMITS } from "./file-limits";
import { FileRefusal } from "./file-refusal";
import { viewOf, type ZipEntry } from "./zip-directory";

/** What all entries of one archive may still become together, in bytes. */
export type UnzipBudget = { left: number };

const HEADER_MARK = 0x04034b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/** The entry's bytes as they are unpacked, never more than a piece of them at once. Throws for bombs and damage. */
export async function* unzipEntry(
  file: Blob,
  entry: ZipEntry,
  budget: UnzipBudget,
): AsyncGenerator<Uint8Array> {
  const packed = await packedBytes(file, entry);
  let size = 0;
  try {
    for await (const piece of unpacked(packed, entry.method)) {
      size += piece.byteLength;
      budget.left -= piece.byteLength;
      const isBomb = size > FILE_LIMITS.growthFrom && size > entry.packedSize * FILE_LIMITS.growth;
      if (isBomb || budget.left < 0) throw new FileRefusal("tooMuchInside");
      yield piece;
    }
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal("damaged");
  }
}

async function packedBytes(file: Blob, { headerAt, packedSize }: ZipEntry): Promise<Blob> {
  const header = await viewOf(file.slice(headerAt, headerAt + HEADER_BYTES));
  if (header.byteLength < HEADER_BYTES || header.getUint32(0, true) !== HEADER_MARK)
    throw new FileRefusal("damaged");
  const start = headerAt + HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  if (start + packedSize > file.size) throw new FileRefusal("damaged");
  return file.slice(start, start + packedSize);
}

async function* unpacked(packed: Blob, method: number): AsyncGenerator<Uint8Array> {
  if (method !== STORED && method !== DEFLATED) throw new FileRefusal("damaged");
  const bytes = packed.stream();
  const stream = method === STORED ? bytes : bytes.pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    // Whoever stops early has what they came for; what is still to come is not unpacked.
    void reader.cancel().catch(() => undefined);
  }
}
