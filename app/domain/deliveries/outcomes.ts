/** How a delivery ended. */
export const OUTCOMES = ["applied", "duplicate", "stale", "ignored", "needs_attention", "failed"] as const;
export type Outcome = (typeof OUTCOMES)[number];
