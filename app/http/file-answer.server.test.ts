import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Sheet } from "~/domain/exports/sheet";
import { fileAnswer, sheetAnswer } from "./file-answer.server";

const AT = new Date("2026-03-02T04:05:06.000Z");

function sheet(): Sheet {
  async function* pages() {
    yield [["=1+1", 7, AT, null]];
    yield [['He said "yes", twice\r\n', -3, AT, true]];
  }
  return { name: "Acts", header: ["Who", "Count", "When", "=Is"], pages: pages() };
}

describe("[6.2a] a CSV file", () => {
  test("is an attachment in UTF-8 that Excel reads, quoted by RFC 4180, without formulas", async () => {
    const answer = await sheetAnswer(sheet(), "csv", "acts");
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="acts.csv"');
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(await answer.arrayBuffer())).toBe(
      [
        "\uFEFFWho,Count,When,'=Is",
        `'=1+1,7,${AT.toISOString()},`,
        `"He said ""yes"", twice\r\n",-3,${AT.toISOString()},true`,
        "",
      ].join("\r\n"),
    );
  });
});

describe("[6.2b] an Excel file", () => {
  test("is an attachment that holds the rows, texts as cells of type text and none a formula", async () => {
    const answer = await sheetAnswer(sheet(), "xlsx", "acts");
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="acts.xlsx"');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const text = Object.entries(files)
      .filter(([path]) => /sharedStrings|sheet1/.test(path))
      .map(([, bytes]) => strFromU8(bytes))
      .join("\n");
    expect(text).toContain('<c t="inlineStr" s="3"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(text).not.toContain("'=");
    expect(text).toContain("<v>7</v>");
    expect(text).not.toContain("<f>");
  });
});

test("a file's name holds nothing that a header or a disk could take for more", () => {
  const answer = fileAnswer("x", { name: 'a"\r\nSet-Cookie: x/../b', extension: "json" });
  expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="a-Set-Cookie-x-b.json"');
});
