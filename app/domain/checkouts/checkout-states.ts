/** `completed` was paid for without a pause: an order, and in no list of checkouts. */
export const CHECKOUT_STATES = ["open", "recovered", "completed"] as const;
export type CheckoutState = (typeof CHECKOUT_STATES)[number];

/** What lists say of a checkout. */
export const CHECKOUT_STANDINGS = ["active", "abandoned", "recovered"] as const;
export type CheckoutStanding = (typeof CHECKOUT_STANDINGS)[number];

/** Where a checkout stands at `now`: an open one is abandoned once its hour is over. */
export function standingOf(
  { state, abandonedAt }: { state: CheckoutState; abandonedAt: Date | null },
  now: Date,
): CheckoutStanding {
  if (state !== "open") return "recovered";
  return abandonedAt !== null && abandonedAt <= now ? "abandoned" : "active";
}
