import * as z from "zod";

/** Deliveries that come within this time share a commit. */
export const GATHER_MS = 2;
/** From the first delivery to its hand-on: long enough to gather a burst, too short to notice. */
export const HAND_ON_DELAY_MS = 75;
/** Between two hand-ons: under load, one large range costs the inbox far less than many small ones. */
export const HAND_ON_EVERY_MS = 400;
/** Ranges sent to the queue by one alarm. */
export const RANGES_PER_ALARM = 50;
/** Bodies in one range, so that a consumer that parses them stays far below an isolate's memory. */
export const RANGE_MAX_BYTES = 4 * 1024 * 1024;
/** Bodies in one answer to a consumer. */
export const READ_MAX_BYTES = 8 * 1024 * 1024;
/** A repetition is recognized for this long. */
export const DEDUPE_MS = 30 * 24 * 60 * 60 * 1000;
export const PURGE_BATCH = 500;
/** Between two batches of one purge. */
export const PURGE_PAUSE_MS = 1000;
/** When old deliveries still wait for their confirmation. */
export const PURGE_WAIT_MS = 60 * 60 * 1000;
/** Refusals are collected by the sweep; what it never collects goes after a day. */
export const REFUSALS_KEPT_MS = 24 * 60 * 60 * 1000;

/** The wait for a confirmation doubles with every hand-on, up to this. */
export const LONGEST_RETRY_MS = 10 * 60 * 1000;

const timing = z.object({ HAND_ON_RETRY_MS: z.coerce.number().int().positive().default(10_000) });

/** The first wait for a consumer's confirmation; fault tests shorten it. */
export function firstRetryMs(env: object): number {
  return timing.parse(env).HAND_ON_RETRY_MS;
}
