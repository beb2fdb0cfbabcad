import type { OrderStatus } from "~/connectors/canonical";

/** In the order of a sale. */
export const ORDER_STATUSES = [
  "draft",
  "pending",
  "on_hold",
  "paid",
  "fulfilled",
  "cancelled",
  "failed",
  "refunded",
] as const satisfies readonly OrderStatus[];

/** Statuses in which the whole amount has been paid. */
export const PAID_IN_FULL: readonly string[] = ["paid", "fulfilled", "refunded"] satisfies OrderStatus[];
