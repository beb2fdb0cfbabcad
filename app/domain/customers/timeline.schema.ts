import * as z from "zod";

/** How many entries a timeline can be asked for; each shows the newest ones. */
const TIMELINE_LENGTHS = [30, 100, 500] as const;
export type TimelineLength = (typeof TIMELINE_LENGTHS)[number];

/** From the URL; anything else is the shortest. */
export const timelineLengthSchema = z.coerce
  .number()
  .pipe(z.literal(TIMELINE_LENGTHS))
  .catch(TIMELINE_LENGTHS[0]);

/** The next longer one; null after the longest. */
export function longerTimeline(length: TimelineLength): TimelineLength | null {
  return TIMELINE_LENGTHS.find((one) => one > length) ?? null;
}

export const TIMELINE_KINDS = ["order", "status", "refund", "consent"] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** From the URL; null shows every kind. */
export const timelineKindSchema = z.enum(TIMELINE_KINDS).nullable().catch(null);
