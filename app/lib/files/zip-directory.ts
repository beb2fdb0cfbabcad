import { FileRefusal } from "./file-refusal";

export type ZipEntry = {
  name: string;
  method: number;
  packedSize: number;
  /** Unpacked, as the archive says: good for progress, not for trust. */
  size: number;
  headerAt: number;
};

const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;
const MOST_ENTRIES = 5000;
const MOST_DIRECTORY_BYTES = 4_000_000;
const ELSEWHERE = 0xffffffff;

/** The archive's entries by name, from the directory at its end. Throws when that is not there or is absurd. */
export async function readZipDirectory(file: Blob): Promise<Map<string, ZipEntry>> {
  const tailStart = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT);
  const tail = await viewOf(file.slice(tailStart));
  const end = findEnd(tail);
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (start === ELSEWHERE || start + size > file.size) throw new FileRefusal("damaged");
  if (count > MOST_ENTRIES || size > MOST_DIRECTORY_BYTES) throw new FileRefusal("tooMuchInside");
  const directory = await viewOf(file.slice(start, start + size));
  const entries = new Map<string, ZipEntry>();
  for (let at = 0, n = 0; n < count; n++) {
    if (at + ENTRY_BYTES > directory.byteLength || directory.getUint32(at, true) !== ENTRY_MARK)
      throw new FileRefusal("damaged");
    const nameLength = directory.getUint16(at + 28, true);
    const entry = readEntry(directory, at, nameLength);
    entries.set(entry.name, entry);
    at += ENTRY_BYTES + nameLength + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) === END_MARK) return at;
  }
  throw new FileRefusal("damaged");
}

function readEntry(directory: DataView, at: number, nameLength: number): ZipEntry {
  const isProtected = (directory.getUint16(at + 8, true) & 1) === 1;
  const headerAt = directory.getUint32(at + 42, true);
  const packedSize = directory.getUint32(at + 20, true);
  const nameStart = directory.byteOffset + at + ENTRY_BYTES;
  if (isProtected) throw new FileRefusal("protected");
  if (nameStart + nameLength > directory.byteOffset + directory.byteLength) throw new FileRefusal("damaged");
  if (headerAt === ELSEWHERE || packedSize === ELSEWHERE) throw new FileRefusal("damaged");
  const name = new TextDecoder().decode(new Uint8Array(directory.buffer, nameStart, nameLength));
  return {
    name: name.replaceAll("\\", "/"),
    method: directory.getUint16(at + 10, true),
    packedSize,
    size: directory.getUint32(at + 24, true),
    headerAt,
  };
}

export async function viewOf(piece: Blob): Promise<DataView> {
  return new DataView(await piece.arrayBuffer());
}
