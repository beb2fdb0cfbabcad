import { listQuery } from "~/lib/list-query";
import type { ActionGroup } from "./action-groups";

/** Who acts, where it is no member. */
export const OTHER_ACTORS = ["job", "key", "shop", "visitor"] as const;

/** Which acts are wanted; null is all. */
export type ActFilters = {
  /** A user's id, or one of `OTHER_ACTORS`. */
  actor: string | null;
  group: ActionGroup | null;
  /** The id of what was acted on. */
  subject: string | null;
  ip: string | null;
  /** Days in the organization's zone, `2026-03-02`; both belong to the span. */
  from: string | null;
  to: string | null;
};

export const NO_ACT_FILTERS: ActFilters = {
  actor: null,
  group: null,
  subject: null,
  ip: null,
  from: null,
  to: null,
};

export function hasActFilters(filters: ActFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}

/** The list's own address with these filters, from its beginning. */
export function writeActQuery(
  filters: ActFilters,
  change: Partial<Record<keyof ActFilters | "before" | "after", string | null>> = {},
): string {
  return listQuery(filters, change);
}
