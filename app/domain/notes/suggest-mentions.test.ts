import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMentions } from "./find-mentions";
import { findOpenMention, suggestMentions, writeMention } from "./suggest-mentions";

const PEOPLE = ["Aina binti Ali", "Ainul", "Borhan", "陈小明", "Siti Aminah", "René Tan"].map((name, i) => ({
  id: String(i),
  name,
}));
const named = (typed: string) => suggestMentions(PEOPLE, typed).map(({ name }) => name);

describe("a mention that is being typed", () => {
  test("begins with an @ that is no part of a word, and ends with the line", () => {
    expect(findOpenMention("@", 1)).toEqual({ at: 0, typed: "" });
    expect(findOpenMention("Ask @ain please", 8)).toEqual({ at: 4, typed: "ain" });
    expect(findOpenMention("Ask @Aina binti", 15)).toEqual({ at: 4, typed: "Aina binti" });
    for (const text of ["", "Ask", "aina@kedai", "@ aina", "@aina\nthen"]) {
      expect(findOpenMention(text, text.length)).toBeNull();
    }
    expect(findOpenMention("@aina", 0)).toBeNull();
  });

  test("suggests people by any word of their name, whatever the case and accents", () => {
    expect(named("ai")).toEqual(["Aina binti Ali", "Ainul"]);
    expect(named("ALI")).toEqual(["Aina binti Ali"]);
    expect(named("aina b")).toEqual(["Aina binti Ali"]);
    expect(named("rene")).toEqual(["René Tan"]);
    expect(named("陈")).toEqual(["陈小明"]);
    expect(named("")).toHaveLength(6);
    expect(named("ina")).toEqual([]);
  });

  test("is over once the name is written", () => {
    expect(named("Borhan ")).toEqual([]);
    expect(named("borhan")).toEqual(["Borhan"]);
  });

  test("written out, it names exactly that person to whoever reads the note", () => {
    expect(writeMention("Ask @bo please", { at: 4, typed: "bo" }, "Borhan")).toEqual({
      text: "Ask @Borhan please",
      caret: 12,
    });
    const words = fc.constantFrom("", "call ", "é@x ", "陈 ", "Ali\n");
    fc.assert(
      fc.property(words, words, fc.constantFrom(...PEOPLE), fc.nat(4), (before, after, person, length) => {
        const typed = person.name.slice(0, length);
        const open = findOpenMention(`${before}@${typed}${after}`, before.length + 1 + typed.length);
        if (open?.at !== before.length) return;
        const { text, caret } = writeMention(`${before}@${typed}${after}`, open, person.name);
        expect(findMentions(text, PEOPLE)).toContain(person.id);
        expect(text.slice(0, caret)).toBe(`${before}@${person.name} `);
        expect(text.slice(caret)).toBe(after.replace(/^ /, ""));
      }),
    );
  });
});
