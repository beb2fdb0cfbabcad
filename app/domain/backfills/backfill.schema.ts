import * as z from "zod";

/** How far back orders are read; customers and products always come whole. */
export const PERIODS = ["all", "twelve_months", "three_months"] as const;
export type BackfillPeriod = (typeof PERIODS)[number];

export const startBackfillSchema = z.object({ intent: z.literal("backfill"), period: z.enum(PERIODS) });

const MONTHS: Record<BackfillPeriod, number | null> = { all: null, twelve_months: 12, three_months: 3 };

/** From when on orders are read, ISO 8601 UTC; null from the first. */
export function sinceOf(period: BackfillPeriod, now: Date): string | null {
  const months = MONTHS[period];
  if (months === null) return null;
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return since.toISOString();
}
