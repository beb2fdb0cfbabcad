import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeHtmlEntities } from "./html-entities";

test.each([
  ["Kopi &amp; Teh", "Kopi & Teh"],
  ["Baju Kurung &ndash; Saiz: M", "Baju Kurung – Saiz: M"],
  ["Kek 8&#8243;", "Kek 8″"],
  ["Mak&#x27;s &quot;Best&quot;", `Mak's "Best"`],
  ["Teh &amp;amp; Susu", "Teh &amp; Susu"],
])("%s reads %s", (text, plain) => {
  expect(decodeHtmlEntities(text)).toBe(plain);
});

test.each(["A&B", "&unknown;", "&#0;", "&#x110000;", "&constructor;", "&"])("%s stays as it is", (text) => {
  expect(decodeHtmlEntities(text)).toBe(text);
});

test("text without an ampersand never changes", () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes("&")),
      (text) => decodeHtmlEntities(text) === text,
    ),
  );
});
