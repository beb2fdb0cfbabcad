import { FILE_LIMITS } from "./file-limits";
import { FileRefusal } from "./file-refusal";
import { readWholeXml, type XmlEvents } from "./read-xml";
import { type UnzipBudget, unzipEntry } from "./unzip-entry";
import { readZipDirectory, type ZipEntry } from "./zip-directory";

export type Sheet = { name: string; entry: ZipEntry };

/** A workbook that is open: its sheets in order, and where to find what their cells refer to. */
export type Workbook = {
  file: Blob;
  budget: UnzipBudget;
  sheets: Sheet[];
  /** Dates count from 1904, as old Macs did. */
  is1904: boolean;
  strings: ZipEntry | null;
  styles: ZipEntry | null;
};

type Relation = { id: string; type: string; target: string };

const MOST_SHEETS = 1000;
const OTHER = [/^xl\/workbook\.bin$/, /^Index\//, /^content\.xml$/, /^Index\.zip$/];

/** Opens an .xlsx file. Throws for archives that are something else, and for those made to do harm. */
export async function openWorkbook(file: Blob): Promise<Workbook> {
  const entries = await readZipDirectory(file);
  const names = [...entries.keys()];
  if (names.some((name) => OTHER.some((other) => other.test(name))))
    throw new FileRefusal("otherSpreadsheet");
  const budget: UnzipBudget = { left: FILE_LIMITS.unpacked };
  const open = async (name: string, events: XmlEvents) => {
    const entry = entries.get(name);
    if (entry) await readWholeXml(unzipEntry(file, entry, budget), events);
  };
  const path = await findWorkbook(entries, open);
  const relations = await readRelations(path, open);
  const parts = await readParts(path, open);
  const byId = new Map(relations.map(({ id, target }) => [id, target]));
  const ofType = (type: string) =>
    entries.get(relations.find((one) => one.type === type)?.target ?? "") ?? null;
  const sheets = parts.sheets.flatMap(({ name, id }) => {
    const isSheet = relations.some((one) => one.id === id && one.type === "worksheet");
    const entry = isSheet ? entries.get(byId.get(id) ?? "") : undefined;
    return entry ? [{ name, entry }] : [];
  });
  if (sheets.length === 0) throw new FileRefusal("noSheets");
  return {
    file,
    budget,
    sheets,
    is1904: parts.is1904,
    strings: ofType("sharedStrings"),
    styles: ofType("styles"),
  };
}

type Open = (name: string, events: XmlEvents) => Promise<void>;

async function findWorkbook(entries: ReadonlyMap<string, ZipEntry>, open: Open): Promise<string> {
  const relations = await readRelations("", open);
  const path = relations.find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  if (entries.has(path)) return path;
  throw new FileRefusal(entries.has("[Content_Types].xml") ? "notATable" : "compressed");
}

async function readRelations(path: string, open: Open): Promise<Relation[]> {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const relations: Relation[] = [];
  await open(`${folder}_rels/${path.slice(folder.length)}.rels`, {
    open: (name, { Id = "", Type = "", Target = "" }) => {
      if (name !== "Relationship") return;
      const target = Target.startsWith("/") ? Target.slice(1) : folder + Target.replace(/^\.\//, "");
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target });
    },
  });
  return relations;
}

async function readParts(path: string, open: Open) {
  const sheets: { name: string; id: string }[] = [];
  let is1904 = false;
  await open(path, {
    open: (name, attributes) => {
      if (name === "workbookPr") is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      if (sheets.length === MOST_SHEETS) throw new FileRefusal("tooMuchInside");
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      sheets.push({ name: attributes.name ?? "", id });
    },
  });
  return { sheets, is1904 };
}
