import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSearchQuery } from "./search-terms";
import { composeSearchText } from "./search-text";

const customer = composeSearchText({
  name: "Siti Nurhaliza binti O'Brien",
  company: "Kedai Aminah",
  emails: ["siti_n.99@gmail.com"],
  phones: ["+60123456789"],
});

/** LIKE as Postgres reads it. */
function isLike(text: string, pattern: string): boolean {
  const source = pattern.replace(/\\(.)|[\s\S]/gu, (part, escaped: string | undefined) => {
    if (part === "%") return ".*";
    if (part === "_") return ".";
    return (escaped ?? part).replace(/[.*+?^${}()|[\]\\/]/, "\\$&");
  });
  return new RegExp(`^${source}$`, "su").test(text);
}

const finds = (query: string, text = customer) =>
  parseSearchQuery(query)?.patterns.every((pattern) => isLike(text, pattern));

describe("a query finds the customer", () => {
  test.each([
    ["part of a name", "haliza"],
    ["a beginning of one letter", "s"],
    ["a beginning of two letters", "nu"],
    ["words in any order and case", "NURHALIZA siti"],
    ["accents that are not there", "Sití"],
    ["an apostrophe left out", "obrien"],
    ["an apostrophe typed", "o'brien"],
    ["the company", "aminah"],
    ["a phone in national form", "012-345 6789"],
    ["a phone with the calling code", "+60 12-345 6789"],
    ["a phone with code and zero", "+60 012-345 6789"],
    ["a phone with international prefix", "0060123456789"],
    ["a phone without a plus", "60123456789"],
    ["a phone without its zero", "12-345 6789"],
    ["a phone in brackets", "(012) 345 6789"],
    ["a phone whose zero a spreadsheet lost", "123456789"],
    ["a phone as a spreadsheet shows it", "6.0123456789E+10"],
    ["the last digits", "6789"],
    ["the first digits", "012"],
    ["an email", "siti_n.99@gmail.com"],
    ["part of an email", "99@gm"],
    ["a domain", "@gmail"],
    ["a name and digits", "siti 6789"],
    ["a name and a spaced number", "siti 012-345 6789"],
  ])("by %s: %s", (_how, query) => {
    expect(finds(query)).toBe(true);
  });

  test.each([
    ["one letter inside a word", "z"],
    ["another name", "aisyah"],
    ["other digits", "6780"],
    ["an underscore as wildcard", "siti%n.99@gmail.com"],
    ["one true word of two", "siti aisyah"],
  ])("but not by %s: %s", (_how, query) => {
    expect(finds(query)).toBe(false);
  });

  test.each([
    ["Kumar A/L Siva", "kumar a/l siva"],
    ["Kumar A/L Siva", "Kumar Siva"],
    ["KUMAR A / L SIVA", "kumar a/l"],
    ["Priya a/p Devan", "Priya A/P Devan"],
    ["Siti Aminah binti Hassan", "siti aminah BINTI hassan"],
    ["Siti Aminah binti Hassan", "aminah hassan"],
    ["Ahmad B. Ali", "ahmad b ali"],
  ])("of a Malaysian name, %s, by %s", (name, query) => {
    expect(finds(query, composeSearchText({ name, company: null, emails: [], phones: [] }))).toBe(true);
  });

  test.each(["王", "小", "明", "小明", "王小明", "王小"])("in Chinese by %s", (query) => {
    expect(finds(query, composeSearchText({ name: "王小明", company: null, emails: [], phones: [] }))).toBe(
      true,
    );
  });

  test.each(["கு", "மா", "ம", "குமார்"])("in Tamil by %s", (query) => {
    expect(finds(query, composeSearchText({ name: "குமார்", company: null, emails: [], phones: [] }))).toBe(
      true,
    );
  });
});

describe("parseSearchQuery", () => {
  test("knows a whole email, a whole phone and a whole order number", () => {
    expect(parseSearchQuery("Siti@Gmail.com")?.contacts).toEqual(["siti@gmail.com"]);
    expect(parseSearchQuery("012-345 6789")?.contacts).toEqual(["+60123456789"]);
    expect(parseSearchQuery("#1024")?.numbers).toEqual(["1024", "#1024"]);
    expect(parseSearchQuery("my-77")?.numbers).toEqual(["my-77", "MY-77", "#my-77", "#MY-77"]);
    expect(parseSearchQuery("siti 012-345 6789")).toMatchObject({ contacts: [], numbers: [] });
  });

  test("asks for a repeated word once, the longest first", () => {
    expect(parseSearchQuery("Ali bin Muhammad bin ali")?.patterns).toEqual(["%muhammad%", "%ali%", "%bin%"]);
  });

  test("has nothing to look for in blank text, and no terms in punctuation", () => {
    expect(parseSearchQuery("  ")).toBeNull();
    expect(parseSearchQuery("!!")?.patterns).toEqual([]);
  });

  test("finds everybody by each of the own words", () => {
    const letters = fc.constantFrom(..."abcdeéñø' -./王明குமார்");
    const name = fc.array(letters, { minLength: 1, maxLength: 20 }).map((all) => all.join(""));
    fc.assert(
      fc.property(name, (name) => {
        const text = composeSearchText({ name, company: null, emails: [], phones: [] });
        for (const word of name.split(/\s+/)) expect(finds(word, text) ?? true).toBe(true);
      }),
    );
  });

  test("takes any text and stays small", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (typed) => {
        const terms = parseSearchQuery(typed);
        expect(terms?.patterns.length ?? 0).toBeLessThanOrEqual(8);
        for (const pattern of terms?.patterns ?? []) expect(pattern.length).toBeLessThan(1000);
      }),
    );
  });
});
