/** In the order of a subscription's life. */
export const SUBSCRIPTION_STATUSES = [
  "trial",
  "active",
  "on_hold",
  "pending_cancel",
  "cancelled",
  "expired",
] as const;
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number];

export const INTERVAL_UNITS = ["day", "week", "month", "year"] as const;
