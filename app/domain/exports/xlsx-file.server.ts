import { joinBytes } from "~/lib/join-bytes";
import { type ZipEntry, zipDirectory, zipFileHeader } from "~/lib/zip-records";
import { emptyFile } from "./export-cursor";
import { packPart } from "./pack-part";
import type { Sheet } from "./sheet";
import { SHEET_END, sheetPath, sheetRows, sheetStart, workbookFiles } from "./xlsx-parts";
import { zipEntryOf } from "./zip-entry-of";

/** What Excel itself writes as the time of a workbook's files: the first that ZIP knows. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

type Packed = { entry: ZipEntry; content: Uint8Array[] };

/** The sheet as an Excel file. It is held in memory compressed: bound the rows. */
export async function xlsxFile(sheet: Sheet): Promise<Blob> {
  const frame = workbookFiles(sheet.name, 1).map(([path, text]) => packFile(path, [text]));
  const files = [...(await Promise.all(frame)), await packFile(sheetPath(1), sheetTexts(sheet))];
  const pieces = files.flatMap(({ entry, content }) => [zipFileHeader(entry), ...content]);
  return new Blob([joinBytes([...pieces, zipDirectory(files.map(({ entry }) => entry))])]);
}

async function* sheetTexts({ header, pages }: Sheet): AsyncGenerator<string> {
  yield sheetStart(header);
  for await (const page of pages) yield sheetRows(page);
  yield SHEET_END;
}

async function packFile(path: string, texts: Iterable<string> | AsyncIterable<string>): Promise<Packed> {
  let file = emptyFile(path);
  const content: Uint8Array[] = [];
  const add = (text: string, isLast: boolean) => {
    const { grown, packed } = packPart({ file, text, rows: 0, isLast });
    file = grown;
    content.push(packed);
  };
  for await (const text of texts) add(text, false);
  add("", true);
  return { entry: zipEntryOf(file, NO_TIME), content };
}
