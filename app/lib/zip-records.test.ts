import { inflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { crc32 } from "./crc32";
import { DEFLATE_END, deflatePart } from "./deflate-part";
import { joinBytes } from "./join-bytes";
import { type ZipEntry, zipDirectory, zipFileHeader } from "./zip-records";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const AT = new Date("2026-11-23T04:05:06Z");

test("texts that are compressed in pieces are one stream of the whole text", () => {
  const pieces = ["kopi ais, ".repeat(5000), "", "teh tarik kurang manis\n".repeat(300), "é中文"].map(
    bytesOf,
  );
  const packed = joinBytes([...pieces.map(deflatePart), DEFLATE_END]);
  expect(inflateRawSync(packed).equals(joinBytes(pieces))).toBe(true);
  expect(packed.length).toBeLessThan(1000);
});

test("a sum made in pieces is the sum of the whole", () => {
  const text = bytesOf("The quick brown fox jumps over the lazy dog");
  expect(crc32(text)).toBe(0x414fa339);
  expect(crc32(text.slice(9), crc32(text.slice(0, 9)))).toBe(0x414fa339);
});

describe("an archive", () => {
  const files = new Map([
    ["csv/pelanggan.csv", "name\nAisyah\n"],
    ["json/ملف.json", "[]\n"],
    ["empty.txt", ""],
  ]);

  test("can be opened by others, names in any script included", () => {
    const parts: Uint8Array[] = [];
    const entries: ZipEntry[] = [];
    for (const [path, text] of files) {
      const packed = joinBytes([deflatePart(bytesOf(text)), DEFLATE_END]);
      const bytes = bytesOf(text);
      const entry = { path, crc32: crc32(bytes), packedBytes: packed.length, bytes: bytes.length, at: AT };
      entries.push(entry);
      parts.push(zipFileHeader(entry), packed);
    }
    const opened = unzipSync(joinBytes([...parts, zipDirectory(entries)]));
    expect(
      Object.fromEntries(
        Object.entries(opened).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
      ),
    ).toEqual(Object.fromEntries(files));
  });

  test("may be larger than four gigabytes: what four bytes do not hold is written in full", () => {
    const huge = { path: "a", crc32: 1, packedBytes: 5_000_000_000, bytes: 6_000_000_000, at: AT };
    const directory = new DataView(zipDirectory([huge, { ...huge, path: "b" }]).buffer);
    expect(directory.getUint32(20, true)).toBe(0xffffffff);
    // Signature and fields take 46 bytes, the name one; then come an extra field's head and its numbers.
    expect(Number(directory.getBigUint64(51, true))).toBe(6_000_000_000);
    expect(Number(directory.getBigUint64(59, true))).toBe(5_000_000_000);
    const second = 67 + 46 + 1 + 4;
    expect(Number(directory.getBigUint64(second + 16, true))).toBe(
      5_000_000_000 + zipFileHeader(huge).length,
    );
  });
});
