import type { SubscriptionStatus as CanonicalStatus } from "~/connectors/canonical";

/** In the order of a subscription's life. */
export const SUBSCRIPTION_STATUSES = [
  "pending",
  "trial",
  "active",
  "on_hold",
  "pending_cancel",
  "cancelled",
  "expired",
] as const satisfies readonly CanonicalStatus[];
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

export const INTERVAL_UNITS = ["day", "week", "month", "year"] as const;
