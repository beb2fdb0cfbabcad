import { joinBytes } from "./join-bytes";

/** One file of a ZIP archive, compressed with DEFLATE. Sizes are bytes. */
export type ZipEntry = { path: string; crc32: number; packedBytes: number; bytes: number; at: Date };

const VERSION = 45;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const TOO_LARGE = 0xffffffff;

/** What stands before a file's compressed bytes. */
export function zipFileHeader(entry: ZipEntry): Uint8Array {
  const path = new TextEncoder().encode(entry.path);
  const extra = wideNumbers([entry.bytes, entry.packedBytes]);
  return record(0x04034b50, [...commonOf(entry), u16(path.length), u16(extra.length), path, extra]);
}

/** What stands at the archive's end: where each file begins, in the order in which they stand. */
export function zipDirectory(entries: readonly ZipEntry[]): Uint8Array {
  let at = 0;
  const lines = entries.map((entry) => {
    const line = directoryLine(entry, at);
    at += zipFileHeader(entry).length + entry.packedBytes;
    return line;
  });
  const directory = joinBytes(lines);
  const count = u64(entries.length);
  const wide = record(0x06064b50, [
    ...[u64(44), u16(VERSION), u16(VERSION), u32(0), u32(0), count, count, u64(directory.length), u64(at)],
  ]);
  const locator = record(0x07064b50, [u32(0), u64(at + directory.length), u32(1)]);
  const few = u16(Math.min(entries.length, 0xffff));
  const end = record(0x06054b50, [
    ...[u16(0), u16(0), few, few, u32(capped(directory.length)), u32(capped(at)), u16(0)],
  ]);
  return joinBytes([directory, wide, locator, end]);
}

function directoryLine(entry: ZipEntry, at: number): Uint8Array {
  const path = new TextEncoder().encode(entry.path);
  const extra = wideNumbers([entry.bytes, entry.packedBytes, at]);
  const [madeBy, attributes] = [u16(VERSION), u32(0)];
  return record(0x02014b50, [
    ...[madeBy, ...commonOf(entry), u16(path.length), u16(extra.length), u16(0), u16(0), u16(0), attributes],
    ...[u32(capped(at)), path, extra],
  ]);
}

function commonOf({ crc32, packedBytes, bytes, at }: ZipEntry): Uint8Array[] {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return [
    ...[u16(VERSION), u16(UTF8_NAMES), u16(DEFLATED), u16(time), u16(day)],
    ...[u32(crc32), u32(capped(packedBytes)), u32(capped(bytes))],
  ];
}

/** Numbers that four bytes do not hold, in full. */
function wideNumbers(numbers: readonly number[]): Uint8Array {
  const wide = numbers.filter((number) => number >= TOO_LARGE).map(u64);
  return wide.length === 0 ? new Uint8Array() : joinBytes([u16(1), u16(wide.length * 8), ...wide]);
}

const capped = (number: number) => Math.min(number, TOO_LARGE);
const record = (signature: number, fields: Uint8Array[]) => joinBytes([u32(signature), ...fields]);
const u16 = (value: number) => little(2, (view) => view.setUint16(0, value, true));
const u32 = (value: number) => little(4, (view) => view.setUint32(0, value, true));
const u64 = (value: number) => little(8, (view) => view.setBigUint64(0, BigInt(value), true));

function little(size: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
}
