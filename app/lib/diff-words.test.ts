import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffWords } from "./diff-words";

describe("diffWords", () => {
  test("keeps what both have and tells what went and came", () => {
    expect(diffWords("We keep names and phones", "We keep names, emails and phones")).toEqual([
      { kind: "same", text: "We keep" },
      { kind: "removed", text: "names" },
      { kind: "added", text: "names, emails" },
      { kind: "same", text: "and phones" },
    ]);
  });

  test("a new sentence is all added, a dropped one all removed, an equal one stays", () => {
    expect(diffWords("", "We ask")).toEqual([{ kind: "added", text: "We ask" }]);
    expect(diffWords("We ask", "")).toEqual([{ kind: "removed", text: "We ask" }]);
    expect(diffWords("We ask", "We ask")).toEqual([{ kind: "same", text: "We ask" }]);
    expect(diffWords("", "")).toEqual([]);
  });

  test("both sentences can be read out of the runs", () => {
    const sentence = fc.array(fc.constantFrom("we", "keep", "names", "and", "phones"), { maxLength: 12 });
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const runs = diffWords(before.join(" "), after.join(" "));
        const read = (without: string) =>
          runs
            .filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join(" ");
        expect(read("added")).toBe(before.join(" "));
        expect(read("removed")).toBe(after.join(" "));
      }),
    );
  });
});
