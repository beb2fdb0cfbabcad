import type { Visit } from "~/db/schema/checkouts";

/** Whoever did nothing for so long has left; platforms count the same. */
const PAUSE_MS = 60 * 60_000;

/** A checkout is not visited more often; of one that is, the latest visits are kept. */
const MOST_VISITS = 50;

/**
 * The visits with one more moment in which somebody was busy, earliest first; moments less
 * than an hour apart are one visit. In whatever order moments come, the visits are the same.
 */
export function addVisit(visits: readonly Visit[], at: string): Visit[] {
  const sorted = [...visits, { from: at, to: at }].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  const merged: Visit[] = [];
  for (const visit of sorted) {
    const last = merged.at(-1);
    if (!last || Date.parse(visit.from) - Date.parse(last.to) > PAUSE_MS) merged.push(visit);
    else if (visit.to > last.to) merged[merged.length - 1] = { from: last.from, to: visit.to };
  }
  return merged.slice(-MOST_VISITS);
}

/**
 * From when the checkout counts as abandoned: an hour after the end of its last visit, or of
 * the last that was over so long before it was completed; null for one completed without such
 * a pause. While somebody may still be busy the time is to come.
 */
export function abandonedAt(visits: readonly Visit[], completedAt: string | null): string | null {
  const until = completedAt === null ? Number.POSITIVE_INFINITY : Date.parse(completedAt);
  const ends = visits.map(({ to }) => Date.parse(to) + PAUSE_MS).filter((end) => end < until);
  return ends.length === 0 ? null : new Date(Math.max(...ends)).toISOString();
}
