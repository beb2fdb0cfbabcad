import * as z from "zod";
import { neededLine, optionalLine, typedAmount } from "../corrections/typed-fields";

const MOST_ITEMS = 50;
const item = z.object({
  name: neededLine,
  sku: optionalLine,
  /** The product that was picked for it, if one was. */
  productId: z.uuid().optional(),
  quantity: z.coerce
    .number({ error: "sales:errors.quantity" })
    .positive("sales:errors.quantity")
    .max(1_000_000, "sales:errors.quantity"),
  /** What the whole line costs. */
  total: typedAmount,
});

/** The items of an order that a person enters, as typed. */
export const typedItems = z
  .array(item)
  .min(1, "sales:errors.noItems")
  .max(MOST_ITEMS, `sales:errors.tooManyItems?max=${MOST_ITEMS}`);

/** The items with their amounts in minor units; `minor` reads one, or says what is wrong with it at its field. */
export function readItems(
  items: z.output<typeof typedItems>,
  minor: (field: string, text: string) => number,
) {
  return items.map((one, i) => ({ ...one, totalMinor: minor(`items[${i}].total`, one.total) }));
}

export type TypedItems = z.input<typeof typedItems>;
export type OwnItem = ReturnType<typeof readItems>[number];
