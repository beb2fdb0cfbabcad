import * as z from "zod";
import type { DeliveryFilters } from "./delivery-filters";
import { OUTCOMES } from "./outcomes";

const word = z.string().trim().min(1).max(100);
/** From the year in which times of computers begin. */
const day = z.iso.date().refine((text) => text >= "1970-01-01");

/** The log's query string. What is unknown or malformed counts as absent: an old link still opens. */
export const deliveryFiltersSchema = z.object({
  connection: z.uuid().nullable().catch(null),
  outcome: z.enum(OUTCOMES).nullable().catch(null),
  reason: word.nullable().catch(null),
  topic: word.nullable().catch(null),
  period: z.enum(["day", "week", "month"]).nullable().catch(null),
  from: day.nullable().catch(null),
  to: day.nullable().catch(null),
  replay: z.uuid().nullable().catch(null),
  q: word.nullable().catch(null),
});

export function readDeliveryFilters(params: URLSearchParams): DeliveryFilters {
  return deliveryFiltersSchema.parse(
    Object.fromEntries(Object.keys(deliveryFiltersSchema.shape).map((name) => [name, params.get(name)])),
  );
}
