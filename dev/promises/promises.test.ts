import { describe, expect, test } from "vitest";
import { PROMISES } from "~/domain/privacy/promises";
import { findUnbuilt, UNBUILT } from "~/domain/privacy/unbuilt-promises";
import { titlesIn } from "./find-promise-tests";
import { judgePromises } from "./judge-promises";

describe("the tests of a file", () => {
  test("are read with their suites, however they are written", () => {
    const source = `
      describe("[1.1a] an account", () => {
        test("has a name", () => {});
        describe.each(ROLES)(\`as \${role}\`, () => {
          test.each([1])("keeps %s", () => {});
        });
      });
      test.for([2])("alone", () => {});`;
    expect(titlesIn(source)).toEqual([
      "[1.1a] an account: has a name",
      "[1.1a] an account: as …: keeps %s",
      "alone",
    ]);
  });

  test("are no comments, no other calls and no texts", () => {
    expect(
      titlesIn('// test("[1.1a] no")\nexpect("[1.1a] no").toBe(1); const a = "[1.1a]"; best("[1.1a] no");'),
    ).toEqual([]);
  });
});

describe("the judgement over promises", () => {
  const one = [{ title: "holds", file: "a.test.ts" }];
  const all = new Map(PROMISES.filter(({ id }) => !findUnbuilt(id)).map(({ id }) => [id as string, one]));

  test("is content when each that is built has a test", () => {
    expect(judgePromises(all).wrong).toEqual([]);
    expect(judgePromises(all).lines).toContain("    holds (a.test.ts)");
  });

  test("names one without a test, one that was built meanwhile, and one that does not exist", () => {
    const tests = new Map(all);
    tests.delete("3.1");
    tests.set(UNBUILT.ai[0], one);
    tests.set("9.9", one);
    expect(judgePromises(tests).wrong.map((line) => line.split(" ", 1)[0])).toEqual([
      UNBUILT.ai[0],
      "3.1",
      "9.9",
    ]);
  });
});
