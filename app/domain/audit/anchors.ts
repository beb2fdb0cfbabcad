/** Where an organization's audit chain was, written outside of the database. */
export type Anchor = { seq: number; hash: string };

/** Keeps anchors where whoever holds the database cannot reach them. */
export type AnchorPort = {
  /** Every anchor of the organization. */
  list(orgId: string): Promise<Anchor[]>;
  /** Keeps the anchor of a day (`2026-03-02`); the first of a day stays. */
  keep(orgId: string, day: string, anchor: Anchor): Promise<void>;
};
