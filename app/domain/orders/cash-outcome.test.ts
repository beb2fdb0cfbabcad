import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cashOutcomeOf, cashRate } from "./cash-outcome";
import { ORDER_STATUSES } from "./order-statuses";

describe("an order by cash on delivery", () => {
  test("is paid, refused, returned or still open, and a draft is none", () => {
    expect(Object.fromEntries(ORDER_STATUSES.map((status) => [status, cashOutcomeOf(status)]))).toEqual({
      draft: null,
      pending: "open",
      on_hold: "open",
      paid: "paid",
      fulfilled: "paid",
      cancelled: "refused",
      failed: "refused",
      refunded: "returned",
    });
  });

  test("counts towards the rate once it is decided", () => {
    expect(cashRate({ paid: 3, refused: 1, returned: 0, open: 9 })).toBe(0.75);
    expect(cashRate({ paid: 0, refused: 0, returned: 0, open: 2 })).toBeNull();
    const count = fc.nat({ max: 500 });
    fc.assert(
      fc.property(fc.record({ paid: count, refused: count, returned: count, open: count }), (counts) => {
        const rate = cashRate(counts);
        if (rate === null) expect(counts.paid + counts.refused + counts.returned).toBe(0);
        else {
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(1);
        }
        expect(rate).toBe(cashRate({ ...counts, open: counts.open + 1 }));
      }),
    );
  });
});
