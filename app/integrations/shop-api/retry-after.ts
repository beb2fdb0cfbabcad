const LONGEST = 86_400;

/** The seconds that `Retry-After` names, as a number or as a date; null without a sensible one. */
export function retryAfterSeconds(header: string | null, now: Date): number | null {
  if (header === null || header.trim() === "") return null;
  const seconds = /^\d+(?:\.\d+)?$/.test(header.trim())
    ? Number(header)
    : (Date.parse(header) - now.getTime()) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(Math.ceil(seconds), LONGEST) : null;
}
