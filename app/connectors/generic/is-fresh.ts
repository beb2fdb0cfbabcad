const TOLERANCE_SECONDS = 5 * 60;

/**
 * Whether seconds since 1970, as text, lie within five minutes of `now` (milliseconds): an old
 * delivery cannot be played again. Without a `now` nothing is fresh.
 */
export function isFresh(timestamp: string | undefined, now: number | undefined): boolean {
  if (timestamp === undefined || now === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(now / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS;
}
