import { expect, test } from "vitest";
import { applyTagChanges } from "./tag-changes";

const tag = (id: string) => ({ id, name: id.toUpperCase() });

test("what is ticked shows last, what is unticked is gone, and the rest keeps its order", () => {
  const changes = [
    { tag: tag("c"), isOn: true },
    { tag: tag("a"), isOn: false },
  ];
  expect(applyTagChanges(["a", "b"], changes)).toEqual(["b", "c"]);
});

test("the last word on a tag counts, and a tag is never shown twice", () => {
  const on = { tag: tag("a"), isOn: true };
  const off = { tag: tag("a"), isOn: false };
  expect(applyTagChanges([], [on, off, on])).toEqual(["a"]);
  expect(applyTagChanges(["a", "b"], [on])).toEqual(["a", "b"]);
  expect(applyTagChanges(["a"], [on, off])).toEqual([]);
});
