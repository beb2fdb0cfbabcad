import { bytes, type HostileFiles, MEGA, text, utf16 } from "./hostile-bytes";

/** Text files made to be read wrongly or not at all, each with its cells or why it is refused. */
export const HOSTILE_TEXTS: HostileFiles = {
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
};
