import { sumMinorUnits } from "~/lib/money";

type Amounts = {
  items: readonly { totalMinor: number }[];
  shippingMinor: number;
  taxMinor: number;
  /** Of the whole order, taken off once. */
  discountMinor: number;
};

/** What an order comes to, from what people type of it. Minor units. */
export function totalOf({ items, shippingMinor, taxMinor, discountMinor }: Amounts): number {
  return sumMinorUnits([...items.map((one) => one.totalMinor), shippingMinor, taxMinor, -discountMinor]);
}
