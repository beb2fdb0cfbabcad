import { expect, test } from "vitest";
import { readDeliveryFilters } from "./delivery-filters.schema";

test("what a link does not know or spells wrong counts as absent", () => {
  const filters = readDeliveryFilters(
    new URLSearchParams("outcome=exploded&connection=7&topic=order.updated&from=0000-01-01&to=2026-11-31"),
  );
  expect(filters).toEqual({
    connection: null,
    outcome: null,
    reason: null,
    topic: "order.updated",
    period: null,
    from: null,
    to: null,
    replay: null,
    q: null,
  });
});
