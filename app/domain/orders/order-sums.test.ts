import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sumsOf } from "./order-sums";

const order = (totalMinor: number, more: object = {}) => ({
  items: [{ totalMinor: 1000 }, { totalMinor: 500 }],
  ...{ discountMinor: 0, shippingMinor: 800, taxMinor: 0, totalMinor },
  ...more,
});

describe("what an order's parts come to", () => {
  test("is its total where the items are what was paid for them", () => {
    const sums = sumsOf(order(2400, { taxMinor: 100, discountMinor: 300 }));
    expect(sums).toEqual({ itemsMinor: 1500, isDiscountOff: false, isTaxIncluded: false, restMinor: 0 });
  });

  test("is its total with the discount taken off once, or with the tax in the prices, or both", () => {
    expect(sumsOf(order(2000, { discountMinor: 300 }))).toMatchObject({ isDiscountOff: true, restMinor: 0 });
    expect(sumsOf(order(2300, { taxMinor: 138 }))).toMatchObject({ isTaxIncluded: true, restMinor: 0 });
    const both = sumsOf(order(2000, { discountMinor: 300, taxMinor: 138 }));
    expect(both).toMatchObject({ isDiscountOff: true, isTaxIncluded: true, restMinor: 0 });
  });

  test("names what it does not explain", () => {
    expect(sumsOf(order(2345))).toMatchObject({ restMinor: 45 });
    expect(sumsOf(order(2000))).toMatchObject({ restMinor: -300 });
  });

  test("and what is left over always make the total, to the minor unit", () => {
    const amount = fc.nat(1_000_000);
    const amounts = fc.record({
      items: fc.array(fc.record({ totalMinor: amount }), { maxLength: 5 }),
      ...{ discountMinor: amount, shippingMinor: amount, taxMinor: amount, totalMinor: amount },
    });
    fc.assert(
      fc.property(amounts, (one) => {
        const { itemsMinor, isDiscountOff, isTaxIncluded, restMinor } = sumsOf(one);
        const off = isDiscountOff ? one.discountMinor : 0;
        const tax = isTaxIncluded ? 0 : one.taxMinor;
        expect(itemsMinor + one.shippingMinor + tax - off + restMinor).toBe(one.totalMinor);
      }),
    );
  });
});
