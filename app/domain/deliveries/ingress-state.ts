import * as z from "zod";

/** How deliveries of everybody fared lately, as sums that name nobody. */
export const ingressStateSchema = z.object({
  /** When every inbox was last looked into, and how many deliveries waited there. */
  sweptAt: z.iso.datetime({ offset: true }).nullable(),
  waiting: z.number().int().nullable(),
  /** Of this hour and the one before. */
  received: z.number().int(),
  failed: z.number().int(),
  /** Mean time from a shop's request to its outcome; null where none came. */
  lagMs: z.number().nullable(),
});
export type IngressState = z.output<typeof ingressStateSchema>;

export type IngressVerdict = "good" | "late" | "down";

const LATE_MS = 60_000;
const STALE_MS = 20 * 60_000;
const MANY = 1_000;

/**
 * What to say of the ingress: `down` without a word from the database, where
 * deliveries are kept and wait; `late` while they are slow, pile up, or nobody looks
 * after them.
 */
export function judgeIngress(state: IngressState | null, now: Date): IngressVerdict {
  if (state === null) return "down";
  const isStale = state.sweptAt !== null && now.getTime() - Date.parse(state.sweptAt) > STALE_MS;
  const isLate = (state.lagMs ?? 0) > LATE_MS || (state.waiting ?? 0) > MANY;
  return isStale || isLate ? "late" : "good";
}
