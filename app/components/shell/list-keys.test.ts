import { expect, test } from "vitest";
import { ROW_KEYS, readRowKey } from "../ui/row-keys";
import { LIST_KEYS } from "./list-keys";

const NAMES: Record<string, string> = { "↓": "ArrowDown", "↑": "ArrowUp" };
const ASKED: Record<string, object> = {
  next: { do: "move", step: 1 },
  previous: { do: "move", step: -1 },
  select: { do: "tick", hasRange: false },
  selectRange: { do: "tick", hasRange: true },
};

const told = LIST_KEYS.filter(([name]) => name in ASKED).flatMap(([name, combinations]) =>
  combinations.map((keys) => {
    const last: string = keys.at(-1) ?? "";
    return { name, key: NAMES[last] ?? last, hasShift: keys.some((key) => key === "Shift") };
  }),
);

test.each(told)("the help's $key does in a row what it says: $name", ({ name, key, hasShift }) => {
  expect(readRowKey({ key, hasShift, isInRow: true })).toEqual(ASKED[name]);
});

test("every key that acts on rows is in the help", () => {
  const keys = told.map(({ key }) => key.toLowerCase());
  expect(ROW_KEYS.filter((key) => !keys.includes(key))).toEqual([]);
});

test("arrows outside of rows scroll the page as ever", () => {
  expect(readRowKey({ key: "ArrowDown", hasShift: false, isInRow: false })).toBeNull();
  expect(readRowKey({ key: "j", hasShift: false, isInRow: false })).toEqual({ do: "move", step: 1 });
});
