import { sumMinorUnits } from "~/lib/money";

type Amounts = {
  items: readonly { totalMinor: number }[];
  discountMinor: number;
  shippingMinor: number;
  taxMinor: number;
  totalMinor: number;
};

export type OrderSums = {
  itemsMinor: number;
  /** Whether the items are what they cost before the discount, which then comes off the sum. */
  isDiscountOff: boolean;
  /** Whether the amounts hold the tax already. */
  isTaxIncluded: boolean;
  /** What the parts do not explain of the total: fees, rounding, a correction. Mostly 0. */
  restMinor: number;
};

/** Platforms reckon differently: in the order in which they are tried. */
const WAYS = [
  { isDiscountOff: false, isTaxIncluded: false },
  { isDiscountOff: true, isTaxIncluded: false },
  { isDiscountOff: false, isTaxIncluded: true },
  { isDiscountOff: true, isTaxIncluded: true },
];

/** How an order's parts make its total, in the first way that leaves nothing over; else the usual way with the rest. */
export function sumsOf(order: Amounts): OrderSums {
  const itemsMinor = sumMinorUnits(order.items.map((item) => item.totalMinor));
  const restOf = ({ isDiscountOff, isTaxIncluded }: (typeof WAYS)[number]) =>
    order.totalMinor -
    sumMinorUnits([
      itemsMinor,
      order.shippingMinor,
      isTaxIncluded ? 0 : order.taxMinor,
      isDiscountOff ? -order.discountMinor : 0,
    ]);
  const usual = { isDiscountOff: false, isTaxIncluded: false };
  const way = WAYS.find((one) => restOf(one) === 0) ?? usual;
  return { itemsMinor, ...way, restMinor: restOf(way) };
}
