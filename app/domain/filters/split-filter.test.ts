import fc from "fast-check";
import { expect, test } from "vitest";
import { lets, type OracleRow } from "../../../tests/factories/filter-oracle";
import { arbitraryFilter } from "../../../tests/factories/random-filter";
import type { Filter, Rule } from "./filter-tree";
import { splitFilter } from "./split-filter";

const is = (field: string): Rule => ({ field, op: "is", value: "x" });
const any = (...rules: Rule[]): Rule => ({ match: "any", rules });
const all = (...rules: Rule[]): Filter => ({ v: 1, match: "all", rules });
const fieldsOf = (filter: Filter) =>
  splitFilter("customers", filter).map((part) =>
    part.filter.rules.map((rule) => ("rules" in rule ? rule.match : rule.field)),
  );

test("any of several conditions are as many filters, also beside others", () => {
  expect(fieldsOf({ v: 1, match: "any", rules: [is("name"), is("city")] })).toEqual([["name"], ["city"]]);
  expect(fieldsOf(all(is("state"), any(is("name"), is("city"))))).toEqual([
    ["state", "name"],
    ["state", "city"],
  ]);
});

test("what would make too many filters is left whole", () => {
  const many = any(...Array.from({ length: 7 }, () => is("city")));
  expect(fieldsOf(all(many))).toHaveLength(7);
  expect(fieldsOf(all(any(many, many)))).toEqual([["any"]]);
  expect(fieldsOf(all(many, any(is("name"), is("email"))))).toEqual(
    Array.from({ length: 7 }, () => ["city", "any"]),
  );
});

test("a product is asked for in two ways, spending nothing in three, spending something in one", () => {
  const waysOf = (rule: Rule) => splitFilter("customers", all(rule)).map(({ ways }) => [...ways.values()]);
  expect(waysOf({ field: "product", op: "anyOf", value: ["x"] })).toEqual([["collect"], ["walk"]]);
  expect(waysOf({ field: "spend", op: "is", value: 0, currency: "MYR" })).toEqual([
    ["spent"],
    ["unpaid"],
    ["elsewhere"],
  ]);
  expect(waysOf({ field: "spend", op: "atLeast", value: 1, currency: "MYR" })).toEqual([[]]);
});

test("a filter without conditions is one filter", () => {
  expect(fieldsOf(all())).toEqual([[]]);
});

test("the filters let through together what the one does", () => {
  const pool = {
    ...{ text: ["siti", "ipoh"], number: [0, 1], money: [0, 100], date: ["2026-11-23"], choice: ["SGR"] },
    fields: [],
  };
  const row = fc.record<OracleRow>({
    name: fc.constantFrom(null, "Siti"),
    city: fc.constantFrom(null, "Ipoh"),
    state: fc.constantFrom(null, "SGR"),
    orders: fc.constantFrom(0, 1),
    spend: fc.constantFrom<Record<string, number>>({}, { MYR: 100 }),
    isSample: fc.boolean(),
  });
  const calendar = { now: new Date("2026-11-23T17:30:00Z"), zone: "UTC" };
  fc.assert(
    fc.property(arbitraryFilter("customers", pool), row, (filter, row) => {
      const isLet = splitFilter("customers", filter).some((part) =>
        lets("customers", part.filter, row, calendar),
      );
      expect(isLet).toBe(lets("customers", filter, row, calendar));
    }),
    { seed: 5, numRuns: 400 },
  );
});
