import { FileRefusal } from "./file-refusal";

export type FileFormat = "text" | "xlsx";

const HEAD_BYTES = 4096;

const MAGIC: readonly (readonly [string, "compressed" | "notATable"])[] = [
  ["\x1f\x8b", "compressed"],
  ["7z\xbc\xaf", "compressed"],
  ["Rar!", "compressed"],
  ["BZh", "compressed"],
  ["%PDF", "notATable"],
  ["\x89PNG", "notATable"],
  ["\xff\xd8\xff", "notATable"],
  ["GIF8", "notATable"],
  ["{\\rtf", "notATable"],
  ["SQLite format 3", "notATable"],
  ["PAR1", "notATable"],
  ["\x7fELF", "notATable"],
];

/** What the file is by its first bytes, whatever it is called. Throws for what is no table. */
export async function sniffFile(file: Blob): Promise<FileFormat> {
  if (file.size === 0) throw new FileRefusal("empty");
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const head = String.fromCharCode(...bytes);
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return "xlsx";
  if (head.startsWith("\xd0\xcf\x11\xe0")) throw new FileRefusal(await compoundCode(file));
  const known = MAGIC.find(([start]) => head.startsWith(start));
  if (known) throw new FileRefusal(known[1]);
  const words = head.replaceAll("\0", "").replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, "");
  if (/^<(?:!doctype|html|head|body|table|meta|style|\?xml|!--)/i.test(words))
    throw new FileRefusal("webPage");
  if (/^(?:\{\s*"|\[\s*[{["]|\{\s*\}|\[\s*\])/.test(words)) throw new FileRefusal("notATable");
  return "text";
}

/** A workbook with a password lies in the same kind of container as those before Excel 2007. */
async function compoundCode(file: Blob): Promise<"protected" | "oldExcel"> {
  const bytes = await file.slice(0, 2_000_000).arrayBuffer();
  const text = new TextDecoder("utf-16le").decode(bytes.slice(0, bytes.byteLength - (bytes.byteLength % 2)));
  return text.includes("EncryptedPackage") || text.includes("EncryptionInfo") ? "protected" : "oldExcel";
}
