import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { makeWorkbook, sheetRows } from "../../../tests/factories/workbook";
import { FileRefusal } from "./file-refusal";
import { lookAtTable } from "./look-at-table";
import { readRows } from "./read-rows";

/** What becomes of a file: its cells, or why it is refused. */
type Outcome = string[][] | string;

/** Of the processor, so that a busy machine does not count. */
const MOST_MS = 500;

async function outcomeOf(file: Blob): Promise<Outcome> {
  try {
    const look = await lookAtTable(file);
    const rows: string[][] = [look.columns];
    const choice = {
      encoding: look.encoding ?? undefined,
      delimiter: look.delimiter ?? undefined,
      sheet: look.sheet ?? undefined,
      headerRow: look.headerRow,
      columns: look.columns.length,
    };
    for await (const piece of readRows(file, choice)) rows.push(...piece.rows);
    return rows;
  } catch (error) {
    if (error instanceof FileRefusal) return error.code;
    throw error;
  }
}

const text = (content: string) => new Blob([content]);
const bytes = (...content: (string | number[] | Uint8Array)[]) =>
  new Blob(content.map((one) => (typeof one === "string" ? one : new Uint8Array(one))));
const utf16 = (content: string, isBig = false) => {
  const view = new DataView(new ArrayBuffer(content.length * 2));
  for (let at = 0; at < content.length; at++) view.setUint16(at * 2, content.charCodeAt(at), !isBig);
  return new Uint8Array(view.buffer);
};
const sheet = (rows: string[][]) => makeWorkbook({ sheets: { S: sheetRows(rows) } });
const cellsOf = (data: string, more: Parameters<typeof makeWorkbook>[0] = {}) =>
  makeWorkbook({ ...more, sheets: { S: `${sheetRows([["A", "B"]])}<row r="2">${data}</row>` } });
const compound = (word: string) => bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], utf16(word));
const BASIC = [
  ["Nama", "Telefon"],
  ["Siti", "012-345 6789"],
];
const whole = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const MEGA = "x".repeat(1_000_000);

const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(10)}"><!ENTITY c "${"&b;".repeat(10)}">]>`;

const FILES: Record<string, [make: () => Blob | Promise<Blob>, outcome: Outcome]> = {
  "an empty file": [() => text(""), "empty"],
  "only spaces and line ends": [() => text(" \r\n\r\n  \n"), "empty"],
  "only a byte order mark": [() => text("\ufeff"), "empty"],
  "only a header": [() => text("Nama,Telefon\n"), "onlyHeader"],
  "a header and empty rows": [() => text("Nama,Telefon\n,\n , \n"), "onlyHeader"],
  "no line end after the last row": [
    () => text("A,B\n1,2"),
    [
      ["A", "B"],
      ["1", "2"],
    ],
  ],
  "line ends of an old Mac": [
    () => text("A,B\r1,2\r3,4"),
    [
      ["A", "B"],
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  "line ends of all kinds": [
    () => text("A,B\r\n1,2\n3,4\r5,6"),
    [
      ["A", "B"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ],
  ],
  "nested quotes": [
    () => text('A,B\n"He said ""so"" and ""this, too""",2\n'),
    [
      ["A", "B"],
      ['He said "so" and "this, too"', "2"],
    ],
  ],
  "a line end within quotes": [
    () => text('A,B\n"No 1\nJalan 2",2\n'),
    [
      ["A", "B"],
      ["No 1\nJalan 2", "2"],
    ],
  ],
  "a quote within an unquoted cell": [
    () => text('A,B\n5" pipe,2\n'),
    [
      ["A", "B"],
      ['5" pipe', "2"],
    ],
  ],
  "text after a closing quote": [
    () => text('A,B\n"x"y,2\n'),
    [
      ["A", "B"],
      ["xy", "2"],
    ],
  ],
  "a quote that never closes": [() => text(`A,B\n"x,2\n${"1,2\n".repeat(20_000)}`), "cellTooLong"],
  "a quote that never closes in a short file": [() => text('A,B\n"x,2\n'), [["A", "B"], ["x,2"]]],
  "NUL bytes": [
    () => text("A,B\nSi\0ti,\x002\n"),
    [
      ["A", "B"],
      ["Siti", "2"],
    ],
  ],
  "control characters": [
    () => text("A,B\nSi\x07ti,\x1b2\n"),
    [
      ["A", "B"],
      ["Siti", "2"],
    ],
  ],
  "a million columns": [() => text(`${"a,".repeat(1_000_000)}\n1\n`), "tooManyColumns"],
  "a million empty columns": [
    () => text(`A,B\n1,2${",".repeat(1_000_000)}\n`),
    [
      ["A", "B"],
      ["1", "2"],
    ],
  ],
  "201 columns": [
    () => text(`${Array.from({ length: 201 }, (_, n) => `c${n}`).join(",")}\n1\n`),
    "tooManyColumns",
  ],
  "a cell of 50 MB": [() => bytes("A,B\n", ...Array(50).fill(MEGA), ",2\n"), "cellTooLong"],
  "a quoted cell of 50 MB": [() => bytes('A,B\n"', ...Array(50).fill(MEGA), '",2\n'), "cellTooLong"],
  "more than 100 MB": [() => bytes("A,B\n", ...Array(101).fill(MEGA)), "tooLarge"],
  "semicolons and decimal commas": [
    () => text("Nama;Harga\nKopi;1,50\nTeh;2,30\n"),
    [
      ["Nama", "Harga"],
      ["Kopi", "1,50"],
      ["Teh", "2,30"],
    ],
  ],
  pipes: [
    () => text("A|B\n1|2\n"),
    [
      ["A", "B"],
      ["1", "2"],
    ],
  ],
  "tabs, called csv": [
    () => text("A\tB\n1,5\t2\n"),
    [
      ["A", "B"],
      ["1,5", "2"],
    ],
  ],
  "Excel's line about the delimiter": [
    () => text("sep=;\r\nA;B\r\n1;2\r\n"),
    [
      ["A", "B"],
      ["1", "2"],
    ],
  ],
  "a single column": [() => text("Emel\na@b.my\n"), [["Emel"], ["a@b.my"]]],
  "rows of uneven length": [() => text("A,B,C\n1\n1,2,3\n"), [["A", "B", "C"], ["1"], ["1", "2", "3"]]],
  "more cells than headers": [
    () => text("A,B\n1,2,3\n"),
    [
      ["A", "B", ""],
      ["1", "2", "3"],
    ],
  ],
  "duplicate headers": [
    () => text("Telefon,Telefon\n1,2\n"),
    [
      ["Telefon", "Telefon"],
      ["1", "2"],
    ],
  ],
  "missing headers": [
    () => text("A,,C\n1,2,3\n"),
    [
      ["A", "", "C"],
      ["1", "2", "3"],
    ],
  ],
  "a title above the header": [
    () => text("Pelanggan 2026,,\n,,\nNama,Emel,Bandar\na,b,c\n"),
    [
      ["Nama", "Emel", "Bandar"],
      ["a", "b", "c"],
    ],
  ],
  "empty rows between": [() => text("A,B\n1,2\n,\n\n3,4\n"), [["A", "B"], ["1", "2"], [], [], ["3", "4"]]],
  "a formula": [
    () => text('A,B\n=HYPERLINK("http://x"),2\n'),
    [
      ["A", "B"],
      ['=HYPERLINK("http://x")', "2"],
    ],
  ],
  "dates in five orders": [
    () => text("A,B\n23/11/2026,11/23/2026\n2026-11-23,23.11.26\n20261123,x\n"),
    [
      ["A", "B"],
      ["23/11/2026", "11/23/2026"],
      ["2026-11-23", "23.11.26"],
      ["20261123", "x"],
    ],
  ],
  "UTF-8 with a mark": [
    () => text("\ufeffNama,Bandar\n李,槟城\n"),
    [
      ["Nama", "Bandar"],
      ["李", "槟城"],
    ],
  ],
  "UTF-16 with a mark": [
    () => bytes([0xff, 0xfe], utf16("Nama,B\nஅம்மா,2\n")),
    [
      ["Nama", "B"],
      ["அம்மா", "2"],
    ],
  ],
  "UTF-16 without a mark": [
    () => bytes(utf16("Nama,Bandar\nSiti,Ipoh\n")),
    [
      ["Nama", "Bandar"],
      ["Siti", "Ipoh"],
    ],
  ],
  "UTF-16 the other way round": [
    () => bytes([0xfe, 0xff], utf16("Nama,B\nSiti,2\n", true)),
    [
      ["Nama", "B"],
      ["Siti", "2"],
    ],
  ],
  "half of a UTF-16 letter at the end": [
    () => bytes([0xff, 0xfe], utf16("A,B\n1,2"), [0x33]),
    [
      ["A", "B"],
      ["1", "2\ufffd"],
    ],
  ],
  "Windows-1252": [
    () => bytes("Nama,Bandar\nJos", [0xe9], ",K", [0xf6], "ln\nRen", [0xe9], "e,Paris\n"),
    [
      ["Nama", "Bandar"],
      ["José", "Köln"],
      ["Renée", "Paris"],
    ],
  ],
  GB18030: [
    () =>
      bytes(
        "A,B\n",
        [0xc0, 0xee, 0xca, 0xc0, 0xc3, 0xf1],
        ",",
        [0xb1, 0xf5, 0xb3, 0xc7, 0xca, 0xd0, 0xc7, 0xf8, 0xd6, 0xd0, 0xb9, 0xfa, 0xc8, 0xcb, 0xb5, 0xc4],
        "\n",
      ),
    [
      ["A", "B"],
      ["李世民", "滨城市区中国人的"],
    ],
  ],
  "mixed encodings": [
    () => bytes("A,B\n李世民,滨城市区\nJos", [0xe9], ",中国人的\n"),
    [
      ["A", "B"],
      ["李世民", "滨城市区"],
      ["Jos\ufffd", "中国人的"],
    ],
  ],
  "half of a letter at the end": [
    () => bytes("A,B\n1,", [0xe6, 0x9d]),
    [
      ["A", "B"],
      ["1", "\ufffd"],
    ],
  ],
  "random bytes": [() => bytes(Uint8Array.from({ length: 4000 }, (_, n) => (n * 7919) % 31)), "notATable"],
  "a PDF called csv": [() => text("%PDF-1.7\n1 0 obj\n"), "notATable"],
  "a picture": [() => bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "notATable"],
  "JSON called csv": [() => text('[{"name": "Siti"}]'), "notATable"],
  "a web page called xls": [() => text("<html><body><table><tr><td>1</td></tr></table>"), "webPage"],
  "a web page with a mark and spaces": [() => text("\ufeff \n<!DOCTYPE html><p>x"), "webPage"],
  "XML of Excel 2003": [() => text('<?xml version="1.0"?><Workbook/>'), "webPage"],
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

describe("a file made to do harm is read or refused, with words, in half a second", () => {
  test.each(Object.entries(FILES))("%s", async (_, [make, outcome]) => {
    const file = await make();
    const start = process.cpuUsage();
    const found = await outcomeOf(file);
    const { user, system } = process.cpuUsage(start);
    expect(found).toEqual(outcome);
    expect((user + system) / 1000).toBeLessThan(MOST_MS);
  });

  test("there are at least sixty", () => {
    expect(Object.keys(FILES).length).toBeGreaterThanOrEqual(60);
  });
});
