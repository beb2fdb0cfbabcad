import { compareTexts } from "~/lib/compare-texts";

/**
 * Which of two states of a record is the newer: by the source's time, then by
 * status rank, then by the body's hash, so that every arrival order agrees.
 * `at` is ISO 8601 UTC with milliseconds.
 */
export type Version = { at: string; rank: number; hash: string };

/** As `compareVersions`, for shops whose states have no time of their own: the status comes first. */
export function compareByStatus(a: Version, b: Version): number {
  return a.rank - b.rank || compareVersions(a, b);
}

/** Negative when `a` is older than `b`, zero when they are the same state. */
export function compareVersions(a: Version, b: Version): number {
  return compareTexts(a.at, b.at) || a.rank - b.rank || compareTexts(a.hash, b.hash);
}
