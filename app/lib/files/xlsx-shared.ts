import { builtInLook, lookOf, type NumberLook } from "./excel-number";
import { FILE_LIMITS } from "./file-limits";
import { FileRefusal } from "./file-refusal";
import { readWholeXml } from "./read-xml";
import { unzipEntry } from "./unzip-entry";
import type { Workbook } from "./xlsx-workbook";

const MOST_STRINGS = 20_000_000;
const MOST_CHARACTERS = 100_000_000;
const MOST_STYLES = 65_536;

/** The texts that cells refer to by number; without how they are to be read aloud. */
export async function readSharedStrings({ file, strings: entry, budget }: Workbook): Promise<string[]> {
  const strings: string[] = [];
  if (entry === null) return strings;
  let text = "";
  let characters = 0;
  let isText = false;
  let isPhonetic = false;
  await readWholeXml(unzipEntry(file, entry, budget), {
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "rPh") isPhonetic = true;
      else isText = name === "t" && !isPhonetic;
    },
    text: (piece) => {
      if (!isText) return;
      text += piece;
      if (text.length > MOST_CHARACTERS) throw new FileRefusal("tooMuchInside");
    },
    close: (name) => {
      isText = false;
      if (name === "rPh") isPhonetic = false;
      if (name !== "si") return;
      characters += text.length;
      if (strings.length >= MOST_STRINGS || characters > MOST_CHARACTERS)
        throw new FileRefusal("tooMuchInside");
      // One character more than a cell may have: the row that uses it says so.
      strings.push(withoutEscapes(text.slice(0, FILE_LIMITS.cell + 1)));
    },
  });
  return strings;
}

/** Excel writes what XML can't hold as `_x000D_`. */
function withoutEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** How the numbers of each cell style are shown. */
export async function readStyles({ file, styles: entry, budget }: Workbook): Promise<NumberLook[]> {
  const looks: NumberLook[] = [];
  if (entry === null) return looks;
  const formats = new Map<number, NumberLook>();
  let isCellStyles = false;
  await readWholeXml(unzipEntry(file, entry, budget), {
    open: (name, { numFmtId = "0", formatCode = "" }) => {
      if (name === "cellXfs") isCellStyles = true;
      if (name === "numFmt" && formats.size < MOST_STYLES) formats.set(Number(numFmtId), lookOf(formatCode));
      if (name !== "xf" || !isCellStyles || looks.length >= MOST_STYLES) return;
      looks.push(formats.get(Number(numFmtId)) ?? builtInLook(Number(numFmtId)));
    },
    close: (name) => {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return looks;
}
