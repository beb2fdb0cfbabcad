import { SUBSCRIPTION_STATUSES } from "../subscriptions/subscription-statuses";
import type { Field } from "./filter-ops";

/** What subscriptions can be filtered by; in the order of the builder. */
export const SUBSCRIPTION_FIELDS = {
  status: { type: "choice", options: SUBSCRIPTION_STATUSES },
  amount: { type: "money" },
  nextPayment: { type: "date", isNullable: true },
  lastPayment: { type: "date", isNullable: true },
  started: { type: "date" },
  ended: { type: "date", isNullable: true },
  shop: { type: "choice" },
  number: { type: "text" },
  customer: { type: "choice", isNullable: true },
  isRemoved: { type: "boolean" },
  isSample: { type: "boolean" },
} as const satisfies Record<string, Field>;
