/** What a timeline tells. At one instant an order comes before what befell it. */
export const TIMELINE_KINDS = ["order", "status", "refund", "checkout", "consent"] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];
