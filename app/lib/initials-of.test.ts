import { expect, test } from "vitest";
import { initialsOf } from "./initials-of";

test("takes the first letters of the first two names", () => {
  expect(initialsOf("Siti Nurhaliza")).toBe("SN");
  expect(initialsOf("tan")).toBe("T");
});

test("leaves out the words that say whose child somebody is", () => {
  expect(initialsOf("Ahmad bin Ali")).toBe("AA");
  expect(initialsOf("Kumar a/l Raju")).toBe("KR");
});

test("takes other scripts and skips signs that are no letters", () => {
  expect(initialsOf("陈 美玲")).toBe("陈美");
  expect(initialsOf("(Kak) Yah")).toBe("KY");
});

test("shows a dot for nobody", () => {
  expect(initialsOf(null)).toBe("·");
  expect(initialsOf("  ")).toBe("·");
  expect(initialsOf("🙂")).toBe("·");
});
