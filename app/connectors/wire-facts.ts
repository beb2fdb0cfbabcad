/** Where a fact of a wire format is known from. Screens say so for what was never documented. */
type Certainty =
  /** Read in the platform's own documentation or source. */
  | "documented"
  /** Seen in code that others run against the live service. */
  | "observed"
  /** Nobody says so: our reading of what is likely. */
  | "assumed";

export const WIRE_FACTS = ["signature", "events", "fields", "statuses", "money", "times"] as const;
type WireFact = (typeof WIRE_FACTS)[number];

/** How sure each fact of a platform's wire format is. */
export type WireFacts = Readonly<Record<WireFact, Certainty>>;

/** Everything read in the platform's own documentation. */
export const ALL_DOCUMENTED: WireFacts = {
  signature: "documented",
  events: "documented",
  fields: "documented",
  statuses: "documented",
  money: "documented",
  times: "documented",
};
