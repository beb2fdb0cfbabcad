import { expect, test } from "vitest";
import { secretForms } from "./webhook-secret";

test("a secret without entities has one form", () => {
  expect(secretForms("a&b <c>")).toEqual(["a&b <c>"]);
});

test.each([
  ["a&amp;b", "a&b"],
  ["&lt;&#060;&gt;&#62;", "<<>>"],
  ["&quot;&#034;&#x22;", `"""`],
  ["&#039;&#39;&#x27;&#X027;", "''''"],
  ["&#038;&#38;&#x26;", "&&&"],
  ["&amp;lt;", "&lt;"],
])("WordPress signs with %s decoded once as %s", (secret, decoded) => {
  expect(secretForms(secret)).toEqual([secret, decoded]);
});

test("entities that WordPress leaves alone stay", () => {
  expect(secretForms("&nbsp;&#8211;&apos;")).toEqual(["&nbsp;&#8211;&apos;"]);
});
