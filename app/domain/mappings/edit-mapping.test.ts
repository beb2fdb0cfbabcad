import { expect, test } from "vitest";
import { CUSTOM_MAPPING, customBody } from "~/connectors/generic/fixtures/order-body";
import {
  forgetLine,
  giveMeaning,
  holdConstant,
  leaveOutEvent,
  pointAlsoAt,
  pointAt,
  pointAtLine,
  pointAwayFrom,
  splitAtList,
  takePart,
} from "./edit-mapping";
import { seenStatuses, withNumberedStatuses } from "./seen-words";
import { MOST_VALUES, treeRows } from "./tree-rows";

test("pointing at a field replaces what was read before; pointing also at one joins it", () => {
  const once = pointAt(CUSTOM_MAPPING, "name", ["a"]);
  expect(once.fields.name).toEqual({ paths: [["a"]], constant: null });
  const twice = pointAlsoAt(pointAlsoAt(once, "name", ["b"]), "name", ["b"]);
  expect(twice.fields.name?.paths).toEqual([["a"], ["b"]]);
  const many = ["c", "d", "e"].reduce((mapping, name) => pointAlsoAt(mapping, "name", [name]), twice);
  expect(many.fields.name?.paths).toHaveLength(4);
});

test("a target that nothing is read for is gone from the mapping", () => {
  const without = pointAwayFrom(CUSTOM_MAPPING, "email", ["data", "buyer", "emel"]);
  expect(without.fields).not.toHaveProperty("email");
  expect(holdConstant(CUSTOM_MAPPING, "currency", "  ").fields).not.toHaveProperty("currency");
  expect(holdConstant(without, "channel", "kedai").fields.channel).toEqual({ paths: [], constant: "kedai" });
  const part = takePart(CUSTOM_MAPPING, "name", "first");
  expect(part.fields.name?.part).toBe("first");
  expect(takePart(part, "name", undefined).fields.name).not.toHaveProperty("part");
});

test("a field of a line belongs to its list; one of another list begins anew", () => {
  expect(splitAtList(["data", "items", "0", "price", "sen"])).toEqual({
    list: ["data", "items"],
    inside: ["price", "sen"],
  });
  expect(splitAtList(["data", "price"])).toBeNull();
  const same = pointAtLine(CUSTOM_MAPPING, "total", ["data", "basket", "1", "sum"]);
  expect(same.items?.fields).toMatchObject({ name: ["title"], total: ["sum"] });
  const other = pointAtLine(CUSTOM_MAPPING, "name", ["lines", "0", "label"]);
  expect(other.items).toEqual({ path: ["lines"], fields: { name: ["label"] } });
  expect(forgetLine(other, "name").items).toBeNull();
});

test("words for a status are known, suggested, or given a meaning", () => {
  const bodies = [customBody(), customBody({ state: "1" }), customBody({ state: "entah" })];
  expect(seenStatuses(bodies, CUSTOM_MAPPING)).toEqual([
    { word: "telah dibayar", meaning: "paid", isSuggested: true },
    { word: "1", meaning: null, isSuggested: false },
    { word: "entah", meaning: null, isSuggested: false },
    { word: "siap", meaning: "fulfilled", isSuggested: false },
  ]);
  expect(withNumberedStatuses(bodies, CUSTOM_MAPPING).statuses).toEqual({ siap: "fulfilled", "1": "paid" });
  expect(giveMeaning(CUSTOM_MAPPING, " Entah ", "failed").statuses).toEqual({
    siap: "fulfilled",
    entah: "failed",
  });
  expect(giveMeaning(CUSTOM_MAPPING, "siap", null).statuses).toEqual({});
  expect(leaveOutEvent(CUSTOM_MAPPING, "ping", false).ignoredEvents).toEqual([]);
});

test("a tree shows every value with its way, and of a list the first entries", () => {
  const { rows, isCut } = treeRows({ a: { b: 1 }, list: [{ x: "p" }, { x: "q" }, { x: "r" }], none: null });
  expect(isCut).toBe(false);
  expect(rows.map((row) => [row.kind, row.path.join(".")])).toEqual([
    ["branch", "a"],
    ["value", "a.b"],
    ["branch", "list"],
    ["branch", "list.0"],
    ["value", "list.0.x"],
    ["branch", "list.1"],
    ["value", "list.1.x"],
    ["more", "list"],
    ["value", "none"],
  ]);
});

test("a tree of thousands of values is cut, and one of a hundred thousand levels ends", () => {
  const wide = treeRows(Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`f${index}`, index])));
  expect(wide.isCut).toBe(true);
  expect(wide.rows).toHaveLength(MOST_VALUES);
  const deep: unknown = JSON.parse(`${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`);
  expect(treeRows(deep).rows.length).toBeLessThan(20);
});
