import type { Outcome } from "./outcomes";

/** How far back the log looks, in hours. */
export const PERIODS = { day: 24, week: 7 * 24, month: 30 * 24 } as const;
type Period = keyof typeof PERIODS;

export type DeliveryFilters = {
  connection: string | null;
  outcome: Outcome | null;
  reason: string | null;
  topic: string | null;
  period: Period | null;
  /** Days of the organization's calendar, `2026-11-23`; `to` counts wholly. */
  from: string | null;
  to: string | null;
  /** The replay of many that they were part of. */
  replay: string | null;
  /** An order's number, a subject (`order:727`), or a customer's name, email or phone. */
  q: string | null;
};

export const NO_FILTERS: DeliveryFilters = {
  connection: null,
  outcome: null,
  reason: null,
  topic: null,
  period: null,
  from: null,
  to: null,
  replay: null,
  q: null,
};

export function hasFilters(filters: DeliveryFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}

/** The log's own address with these filters: `?outcome=failed&topic=…`, or `?` for all. */
export function writeLogQuery(
  filters: DeliveryFilters,
  change: Partial<Record<string, string | null>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...change })) if (value) query.set(name, value);
  return `?${query}`;
}
