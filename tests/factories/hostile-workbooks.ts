import { strToU8, zipSync } from "fflate";
import { bytes, type HostileFiles, MEGA, utf16 } from "./hostile-bytes";
import { makeWorkbook, sheetRows } from "./workbook";

const sheet = (rows: string[][]) => makeWorkbook({ sheets: { S: sheetRows(rows) } });
const cellsOf = (data: string, more: Parameters<typeof makeWorkbook>[0] = {}) =>
  makeWorkbook({ ...more, sheets: { S: `${sheetRows([["A", "B"]])}<row r="2">${data}</row>` } });
const compound = (word: string) => bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], utf16(word));
const BASIC = [
  ["Nama", "Telefon"],
  ["Siti", "012-345 6789"],
];
const whole = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(10)}"><!ENTITY c "${"&b;".repeat(10)}">]>`;

/** Archives and workbooks made to do harm, each with its cells or why it is refused. */
export const HOSTILE_WORKBOOKS: HostileFiles = {
  "an old .xls": [() => compound("Workbook"), "oldExcel"],
  "an .xlsx with a password": [() => compound("EncryptedPackage"), "protected"],
  gzip: [() => bytes([0x1f, 0x8b, 8, 0]), "compressed"],
  "a zip of CSV files": [() => bytes(zipSync({ "a.csv": strToU8("A,B\n1,2\n") })), "compressed"],
  "an OpenDocument sheet": [
    () => bytes(zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") })),
    "otherSpreadsheet",
  ],
  "a Numbers document": [() => bytes(zipSync({ "Index/Document.iwa": strToU8("x") })), "otherSpreadsheet"],
  "a binary workbook": [
    () => bytes(zipSync({ "[Content_Types].xml": strToU8("<a/>"), "xl/workbook.bin": strToU8("x") })),
    "otherSpreadsheet",
  ],
  "a Word document": [
    () => bytes(zipSync({ "[Content_Types].xml": strToU8("<a/>"), "word/document.xml": strToU8("<a/>") })),
    "notATable",
  ],
  "an xlsx called csv": [() => sheet(BASIC), BASIC],
  "a truncated xlsx": [async () => new Blob([(await whole(sheet(BASIC))).slice(0, -100)]), "damaged"],
  "an xlsx whose middle is overwritten": [
    async () => new Blob([(await whole(sheet(BASIC))).fill(7, 60, 1200)]),
    "damaged",
  ],
  "a zip that is only its end": [() => bytes("PK\x05\x06", new Uint8Array(18)), "compressed"],
  "a zip whose directory lies beyond it": [
    () => bytes("PK\x05\x06", new Uint8Array(8), [0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0, 0, 0, 0]),
    "damaged",
  ],
  "a workbook without sheets": [() => makeWorkbook({ sheets: {} }), "noSheets"],
  "a workbook with an empty sheet": [() => makeWorkbook(), "empty"],
  "billion laughs": [
    () => makeWorkbook({ files: { "xl/workbook.xml": `${LAUGHS}<workbook>&c;</workbook>` } }),
    "tooMuchInside",
  ],
  "entities in a sheet": [
    () => makeWorkbook({ files: { "xl/worksheets/sheet1.xml": `${LAUGHS}<worksheet>&c;</worksheet>` } }),
    "tooMuchInside",
  ],
  "an external entity": [
    () =>
      makeWorkbook({ files: { "xl/sharedStrings.xml": '<!DOCTYPE s SYSTEM "file:///etc/passwd"><sst/>' } }),
    "tooMuchInside",
  ],
  "a zip bomb": [
    () => cellsOf("", { files: { "xl/sharedStrings.xml": new Uint8Array(60_000_000).fill(32) } }),
    "tooMuchInside",
  ],
  "a zip bomb of cells": [() => cellsOf("<c/>".repeat(6_000_000)), "tooMuchInside"],
  "a bottomless document": [() => makeWorkbook({ sheets: { S: "<a>".repeat(5000) } }), "tooMuchInside"],
  "unclosed XML": [() => makeWorkbook({ sheets: { S: "<row><c>" } }), "damaged"],
  "a million columns in a sheet": [
    () => makeWorkbook({ sheets: { S: `<row>${"<c><v>1</v></c>".repeat(1_000_000)}</row>` } }),
    "tooManyColumns",
  ],
  "a cell in column XFD": [() => cellsOf('<c r="XFD2"><v>1</v></c>'), "tooManyColumns"],
  "an empty cell in column XFD": [
    () => cellsOf('<c r="A2"><v>1</v></c><c r="XFD2" s="3"/>'),
    [["A", "B"], ["1"]],
  ],
  "a cell nowhere": [() => cellsOf('<c r="??"><v>1</v></c>'), "damaged"],
  "a row beyond the last": [
    () => makeWorkbook({ sheets: { S: '<row r="99999999"><c><v>1</v></c></row>' } }),
    "damaged",
  ],
  "rows far apart": [
    () => makeWorkbook({ sheets: { S: `${sheetRows([["A"]])}<row r="1048576"><c><v>1</v></c></row>` } }),
    [["A"], ...Array(100).fill([]), ["1"]],
  ],
  "a sheet's cell of 50 MB": [
    () => cellsOf(`<c t="inlineStr"><is>${`<t>${MEGA}</t>`.repeat(50)}</is></c>`),
    "cellTooLong",
  ],
  "an attribute of 20 MB": [() => cellsOf(`<c r="${"A".repeat(20_000_000)}"/>`), "tooMuchInside"],
  "numbers as Excel stores them": [
    () => cellsOf("<c><v>6.0123456789E+10</v></c><c><v>0.10000000000000001</v></c>"),
    [
      ["A", "B"],
      ["60123456789", "0.1"],
    ],
  ],
  "booleans and errors": [
    () => cellsOf('<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c>'),
    [
      ["A", "B"],
      ["TRUE", "#REF!"],
    ],
  ],
  "a formula with its result": [
    () => cellsOf('<c t="str"><f>A1&amp;"x"</f><v>Ax</v></c><c><f>1+1</f><v>2</v></c>'),
    [
      ["A", "B"],
      ["Ax", "2"],
    ],
  ],
  "a text that is not there": [
    () => cellsOf('<c t="s"><v>99</v></c><c><v>1</v></c>'),
    [
      ["A", "B"],
      ["", "1"],
    ],
  ],
};
