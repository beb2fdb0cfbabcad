import * as z from "zod";
import { amountReader, currencyCode } from "../corrections/typed-fields";
import { readItems, typedItems } from "./typed-items";

/** The items of an order entered by hand, as they should be; amounts as typed, in `currency`. */
export const orderItemsSchema = z
  .object({ intent: z.literal("items"), currency: currencyCode, items: typedItems })
  .transform(({ currency, items }, issue) => ({
    currency,
    items: readItems(items, amountReader(currency, issue)),
  }));

export type ChangeItems = z.output<typeof orderItemsSchema>;
export type OrderItemsInput = z.input<typeof orderItemsSchema>;
