import fc from "fast-check";
import { expect, test } from "vitest";
import { readDeliveryFilters, readLogPlace, writeLogPlace } from "./delivery-filters.schema";

test("what a link does not know or spells wrong counts as absent", () => {
  const filters = readDeliveryFilters(
    new URLSearchParams("outcome=exploded&connection=7&topic=order.updated"),
  );
  expect(filters).toMatchObject({ outcome: null, connection: null, topic: "order.updated", after: null });
});

test("a place in the log survives its journey through the URL", () => {
  const places = fc.record({
    receivedAt: fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }),
    id: fc.uuid(),
  });
  fc.assert(
    fc.property(places, (place) => {
      expect(readLogPlace(writeLogPlace(place))).toEqual(place);
    }),
  );
});

test("anything else is no place", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,20}_[0-9a-f-]{36}$/)), (text) => {
      const place = readLogPlace(text);
      if (place) expect(writeLogPlace(place)).toMatch(/^\d+_[0-9a-f-]{36}$/);
    }),
  );
  expect(readLogPlace("1_not-an-id")).toBeNull();
});
