import { escapeXml } from "~/lib/escape-xml";
import { guardTypedCell } from "~/lib/neutral-cell";
import type { SheetCell } from "./sheet";

/** Excel's own limit is 1,048,576 rows with the heading. */
export const MOST_SHEET_ROWS = 1_000_000;
/** The longest text that Excel takes in one cell. */
const LONGEST = 32_767;
const DAY_MS = 86_400_000;
/** Excel counts days from here. */
const EXCEL_EPOCH_MS = Date.UTC(1899, 11, 30);
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The place of a worksheet's file in the archive; sheets count from 1. */
export const sheetPath = (sheet: number) => `xl/worksheets/sheet${sheet}.xml`;

/** A worksheet's beginning, its heading in bold and always in sight. */
export function sheetStart(header: readonly string[]): string {
  const cells = header.map((text) => textCell(text, 1)).join("");
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData><row>${cells}</row>`;
}

/** Rows of a worksheet. Texts stand in their cells as texts, whatever they look like, and stay so when edited. */
export function sheetRows(rows: readonly (readonly SheetCell[])[]): string {
  return rows.map((row) => `<row>${row.map(xmlCell).join("")}</row>`).join("");
}

/** Numbers that are texts, phones above all, are meant to be: Excel need not mark them as mistakes. */
export const SHEET_END =
  '</sheetData><ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>';

/** The files that make worksheets a workbook, by path. */
export function workbookFiles(name: string, sheets: number): [path: string, text: string][] {
  const numbers = Array.from({ length: sheets }, (_, i) => i + 1);
  const title = escapeXml(name.replace(/[[\]:*?/\\]/g, " ").slice(0, 25));
  const each = (write: (sheet: number) => string) => numbers.map(write).join("");
  return [
    [
      "[Content_Types].xml",
      `${XML}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${each((sheet) => `<Override PartName="/${sheetPath(sheet)}" ContentType="${KIND}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      "_rels/.rels",
      `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((sheet) => `<sheet name="${sheets > 1 ? `${title} ${sheet}` : title}" sheetId="${sheet}" r:id="rId${sheet}"/>`)}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${XML}<Relationships xmlns="${RELATIONS}">${each((sheet) => `<Relationship Id="rId${sheet}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${sheet}.xml"/>`)}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ];
}

function xmlCell(cell: SheetCell): string {
  if (cell === null) return "<c/>";
  if (typeof cell === "string") return textCell(cell);
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) return dateCell(cell);
  if ("decimal" in cell) return `<c><v>${cell.decimal}</v></c>`;
  return dateCell(new Date(`${cell.local.replace(" ", "T")}Z`));
}

function dateCell(at: Date): string {
  return `<c s="2"><v>${(at.getTime() - EXCEL_EPOCH_MS) / DAY_MS}</v></c>`;
}

/** The style's format 49 is Excel's own “Text”, by which nothing typed into the cell becomes a formula. */
function textCell(text: string, style = 3): string {
  const shown = escapeXml(guardTypedCell(text).slice(0, LONGEST));
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${shown}</t></is></c>`;
}
