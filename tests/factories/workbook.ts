import { strToU8, zipSync } from "fflate";

export type WorkbookParts = {
  /** XML between `<sheetData>` tags, per sheet by name. */
  sheets?: Record<string, string>;
  /** XML after the sheets' data. */
  after?: string;
  strings?: string;
  styles?: string;
  workbookPr?: string;
  /** More files, or others instead of those made here. */
  files?: Record<string, string | Uint8Array>;
};

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** An .xlsx file made of the XML given. */
export function makeWorkbook(parts: WorkbookParts = {}): Blob {
  const sheets = Object.entries(parts.sheets ?? { Sheet1: "" });
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships>${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook ${NS} xmlns:r="${OFFICE}">${parts.workbookPr ?? ""}<sheets>${sheets
      .map(([name], n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${sheets
      .map((_, n) => relation(`rId${n + 1}`, "worksheet", `worksheets/sheet${n + 1}.xml`))
      .join(
        "",
      )}${relation("rIdS", "sharedStrings", "sharedStrings.xml")}${relation("rIdT", "styles", "styles.xml")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst ${NS}>${parts.strings ?? ""}</sst>`,
    "xl/styles.xml": `<styleSheet ${NS}>${parts.styles ?? ""}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(([, data], n) => [
        `xl/worksheets/sheet${n + 1}.xml`,
        `<worksheet ${NS}><sheetData>${data}</sheetData>${parts.after ?? ""}</worksheet>`,
      ]),
    ),
    ...parts.files,
  };
  const bytes = Object.entries(files).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return new Blob([zipSync(Object.fromEntries(bytes), { level: 6 })]);
}

/** Rows of texts, as a sheet's XML. */
export function sheetRows(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("");
  return rows.map((row) => `<row>${cells(row)}</row>`).join("");
}
