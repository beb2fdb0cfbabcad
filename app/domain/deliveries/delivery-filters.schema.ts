import * as z from "zod";
import { OUTCOMES } from "./delivery.schema";

/** How far back the log looks, in hours. */
export const PERIODS = { day: 24, week: 7 * 24, month: 30 * 24 } as const;
export type Period = keyof typeof PERIODS;

const word = z.string().trim().min(1).max(100);

/** The log's query string. What is unknown or malformed counts as absent: an old link still opens. */
export const deliveryFiltersSchema = z.object({
  connection: z.uuid().nullable().catch(null),
  outcome: z.enum(OUTCOMES).nullable().catch(null),
  reason: word.nullable().catch(null),
  topic: word.nullable().catch(null),
  period: z.enum(["day", "week", "month"]).nullable().catch(null),
  /** `order:727`, or only the shop's number `727`. */
  q: word.nullable().catch(null),
});
export type DeliveryFilters = z.output<typeof deliveryFiltersSchema>;

export const NO_FILTERS: DeliveryFilters = {
  connection: null,
  outcome: null,
  reason: null,
  topic: null,
  period: null,
  q: null,
};

export function readDeliveryFilters(params: URLSearchParams): DeliveryFilters {
  return deliveryFiltersSchema.parse(
    Object.fromEntries(Object.keys(deliveryFiltersSchema.shape).map((name) => [name, params.get(name)])),
  );
}

export function hasFilters(filters: DeliveryFilters): boolean {
  return Object.values(filters).some((value) => value !== null);
}

/** The log's own address with these filters: `?outcome=failed&topic=…`, or `?` for all. */
export function writeLogQuery(
  filters: DeliveryFilters,
  change: Partial<Record<string, string | null>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...change })) if (value) query.set(name, value);
  return `?${query}`;
}
