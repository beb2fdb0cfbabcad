import { expect, test } from "vitest";
import { listChanges } from "./list-changes";

test("an act's changes are its fields that differ, as text", () => {
  const changes = listChanges(
    { name: "Kedai", phone: "+60123456789", roles: ["a"], same: 1 },
    { name: "Kedai Aina", roles: ["a", "b"], same: 1, isOpen: true },
  );
  expect(changes).toEqual([
    { field: "name", before: "Kedai", after: "Kedai Aina" },
    { field: "phone", before: "+60123456789", after: null },
    { field: "roles", before: '["a"]', after: '["a","b"]' },
    { field: "isOpen", before: null, after: "true" },
  ]);
});

test("what is no object is one value, and nothing is no change", () => {
  expect(listChanges("admin", "viewer")).toEqual([{ field: "value", before: "admin", after: "viewer" }]);
  expect(listChanges(null, undefined)).toEqual([]);
});

test("a long value is cut", () => {
  expect(listChanges(null, "x".repeat(9000))[0]?.after).toHaveLength(501);
});
