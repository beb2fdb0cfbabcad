import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeSearchText, foldWords, phoneForms } from "./search-text";

const nobody = { name: null, company: null, emails: [], phones: [] };

describe("composeSearchText", () => {
  test("holds name, company, emails and both forms of a phone, contacts last", () => {
    const text = composeSearchText({
      name: "Siti Nurhaliza",
      company: "Kedai Siti Sdn. Bhd.",
      emails: ["siti.n@gmail.com"],
      phones: ["+60123456789"],
    });
    expect(text).toBe(" siti nurhaliza kedai siti sdn bhd | siti.n@gmail.com 60123456789 0123456789 ");
  });

  test("has no contacts before the bar, whatever the name holds", () => {
    const text = composeSearchText({ ...nobody, name: "Ali | a@b.co", emails: ["x@y.my"] });
    expect(text).toBe(" ali a b co | x@y.my ");
  });

  test("is the same for an empty customer and one without facts", () => {
    expect(composeSearchText(nobody)).toBe(" | ");
    expect(composeSearchText({ ...nobody, name: "  ", company: "—" })).toBe(" | ");
  });

  test("is one line of single spaces with exactly one bar", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, company) => {
        const text = composeSearchText({ ...nobody, name, company, phones: ["+60123456789"] });
        expect(text).toMatch(/^ (?:[^ |]+ )*\| 60123456789 0123456789 $/u);
        expect(text.split("|")).toHaveLength(2);
      }),
    );
  });
});

describe("foldWords", () => {
  test.each([
    ["Md. Ali bin Abu", "md ali bin abu"],
    ["Kumar A/L Siva", "kumar a l siva"],
    ["Dato' Sri Nur-Aina", "dato sri nur aina"],
    ["José Ñúñez", "jose nunez"],
    ["Đặng Thị", "dang thi"],
    ["ＡＢＣ　１２", "abc 12"],
    ["王小明", "王 小 明"],
    ["Tan 小明", "tan 小 明"],
    ["குமார்", "கு மா ர்"],
    ["김철수", "김 철 수"],
  ])("%s becomes %s", (name, words) => {
    expect(foldWords(name)).toBe(words);
  });

  test("changes nothing when repeated", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldWords(foldWords(text))).toBe(foldWords(text));
      }),
    );
  });
});

describe("phoneForms", () => {
  test.each([
    ["+60123456789", ["60123456789", "0123456789"]],
    ["+6591234567", ["6591234567"]],
    ["+628123456789", ["628123456789", "08123456789"]],
  ])("%s is typed as %s", (e164, forms) => {
    expect(phoneForms(e164)).toEqual(forms);
  });
});
