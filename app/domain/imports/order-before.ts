import * as z from "zod";
import { customerBeforeSchema } from "./customer-before";
import { knownOrderSchema } from "./known-order";

/** How an order and its buyer were before rows changed them. */
export const orderBeforeSchema = z.object({
  /** Null when there was none. */
  order: knownOrderSchema.nullable(),
  /** Null when the rows said nothing new of them. */
  buyer: z
    .object({
      customerId: z.uuid(),
      outcome: z.enum(["created", "changed"]),
      before: customerBeforeSchema.nullable(),
    })
    .nullable(),
});
export type OrderBefore = z.output<typeof orderBeforeSchema>;
