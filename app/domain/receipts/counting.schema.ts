import * as z from "zod";
import { placeSchema } from "../backfills/place.schema";

const dayCount = z.object({
  ...{ day: z.iso.date(), currency: z.string(), count: z.number(), minor: z.number() },
  ...{ missing: z.number(), differing: z.number() },
});
/** A count that is under way: kept after each page, so that the next run goes on with it. */
export const countingSchema = z.object({
  startedAt: z.iso.datetime(),
  place: placeSchema.nullable(),
  days: z.array(dayCount),
});
export type Counting = z.output<typeof countingSchema>;
