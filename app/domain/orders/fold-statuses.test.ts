import { expect, test } from "vitest";
import { foldStatuses } from "./fold-statuses";

const at = (day: number) => new Date(Date.UTC(2026, 0, day));
const change = (day: number, status: string, sourceStatus = status) => ({
  at: at(day),
  status,
  sourceStatus,
});

test("equal neighbours become the earliest of them; a status that comes back stays", () => {
  const changes = [change(1, "pending"), change(2, "paid"), change(3, "paid"), change(4, "pending")];
  expect(foldStatuses(changes)).toEqual([change(1, "pending"), change(2, "paid"), change(4, "pending")]);
});

test("the shop's own words are kept apart under one status", () => {
  const changes = [change(1, "paid", "processing"), change(2, "paid", "packing")];
  expect(foldStatuses(changes)).toEqual(changes);
});
