import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryFilter } from "../../../tests/factories/random-filter";
import { readFilter } from "./filter.schema";
import { clausesOf, type Filter, type Group, type Rule } from "./filter-tree";
import { asksForContacts, findProblem } from "./find-problem";
import { readListParams } from "./list-query.schema";

const POOL = { text: ["a"], number: [1], money: [1], date: ["2026-01-31"], choice: ["x"], fields: [] };
const clause = { field: "name", op: "is", value: "Siti" } as const;
const nested = (depth: number): Rule => (depth === 0 ? clause : { match: "any", rules: [nested(depth - 1)] });
const root = (...rules: Rule[]): Filter => ({ v: 1, match: "all", rules });

test("what was written is read as it was", () => {
  const same = (filter: Filter) => {
    expect(readFilter(JSON.stringify(filter))).toEqual(filter);
  };
  fc.assert(fc.property(arbitraryFilter("customers", POOL), same));
  fc.assert(fc.property(arbitraryFilter("orders", POOL), same));
});

test("five levels and a hundred conditions are read, one more is not", () => {
  expect(readFilter(JSON.stringify(root(nested(4))))).not.toBeNull();
  expect(readFilter(JSON.stringify(root(nested(5))))).toBeNull();
  expect(readFilter(JSON.stringify(root(...Array(100).fill(clause))))).not.toBeNull();
  expect(readFilter(JSON.stringify(root(...Array(101).fill(clause))))).toBeNull();
});

test.each([
  "",
  "null",
  "[]",
  "{}",
  '{"v":2,"match":"all","rules":[]}',
  '{"v":1,"match":"none","rules":[]}',
  '{"v":1,"match":"all","rules":[{"field":"name","op":"like","value":"%"}]}',
  '{"v":1,"match":"all","rules":[{"field":"name","op":"is","value":{"a":1}}]}',
  '{"v":1,"match":"all","rules":[{"field":"name","op":"is","value":1e999}]}',
  '{"v":1,"match":"all","rules":[{"match":"any","rules":[]}]}',
  `${"[".repeat(5000)}${"]".repeat(5000)}`,
  `{"v":1,"match":"all","rules":[${'{"match":"all","rules":['.repeat(400)}`,
])("nothing is read from %s", (text) => {
  expect(readFilter(text)).toBeNull();
});

test.each([
  [{ field: "nobody", op: "is", value: "x" }, "unknownField"],
  [{ field: "__proto__", op: "is", value: "x" }, "unknownField"],
  [{ field: "custom:number:1", op: "is", value: 1 }, "unknownField"],
  [{ field: "name", op: "atLeast", value: 1 }, "wrongOperator"],
  [{ field: "tags", op: "startsWith", value: "x" }, "wrongOperator"],
  [{ field: "name", op: "is", value: 1 }, "wrongValue"],
  [{ field: "name", op: "is", value: "  " }, "wrongValue"],
  [{ field: "name", op: "is", value: "a\0b" }, "wrongValue"],
  [{ field: "orders", op: "is", value: "1" }, "wrongValue"],
  [{ field: "spend", op: "atLeast", value: 100 }, "wrongValue"],
  [{ field: "orders", op: "between", value: [1] }, "wrongValue"],
  [{ field: "created", op: "before", value: "2026-02-30" }, "wrongValue"],
  [{ field: "created", op: "before", value: "23/11/2026" }, "wrongValue"],
  [{ field: "created", op: "inLast", value: 0 }, "wrongValue"],
  [{ field: "lastOrder", op: "isEmpty", value: "x" }, "wrongValue"],
  [{ field: "hasEmail", op: "is", value: "yes" }, "wrongValue"],
] as const)("a condition is refused with a reason: %o", (bad, problem) => {
  const filter = readFilter(JSON.stringify(root({ match: "any", rules: [bad as Rule] })));
  expect(filter && findProblem("customers", filter)).toBe(problem);
  const params = readListParams("customers", new URLSearchParams({ filter: JSON.stringify(filter) }));
  expect(params).toMatchObject({ filter: null, problem });
});

test("what a random text says is a filter or a problem, never an error", () => {
  const read = (filter: string) => readListParams("orders", new URLSearchParams({ filter }));
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void read(text)));
});

test("a filter asks for contacts wherever in the tree it does, and so does a sort", () => {
  const asks = (group: Group, sort = "created") =>
    asksForContacts("customers", { filter: { v: 1, ...group }, sort });
  expect(asks(root(clause))).toBe(false);
  const email: Rule = { field: "email", op: "startsWith", value: "s" };
  expect(asks(root(clause, { match: "any", rules: [nested(1), email] }))).toBe(true);
  expect(asks(root(clause), "custom:text:0190a000-0000-7000-8000-000000000000")).toBe(true);
  expect(clausesOf(root(nested(3), email))).toEqual([clause, email]);
});
