import * as z from "zod";
import { type ActFilters, OTHER_ACTORS } from "./act-filters";
import { ACTION_GROUPS } from "./action-groups";

const seq = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null);
const day = z.iso.date().nullable().catch(null);

/** What is unknown or malformed counts as absent: an old link still opens. */
const actFiltersSchema = z.object({
  actor: z
    .union([z.uuid(), z.enum(OTHER_ACTORS)])
    .nullable()
    .catch(null),
  group: z.enum(ACTION_GROUPS).nullable().catch(null),
  subject: z.uuid().nullable().catch(null),
  ip: z
    .string()
    .trim()
    .regex(/^[0-9a-fA-F.:]{2,45}$/)
    .nullable()
    .catch(null),
  from: day,
  to: day,
});

export function readActFilters(params: URLSearchParams): ActFilters {
  return actFiltersSchema.parse(
    Object.fromEntries(Object.keys(actFiltersSchema.shape).map((name) => [name, params.get(name)])),
  );
}

/** Where the page is: beyond an act's number, towards older or newer ones. */
export type ActPosition = { before: number | null; after: number | null };

export function readActPosition(params: URLSearchParams): ActPosition {
  return { before: seq.parse(params.get("before")), after: seq.parse(params.get("after")) };
}

/** The row after which a check of the chain goes on; 0 begins it. */
export function readVerifyAfter(form: FormData): number {
  return seq.parse(form.get("after")) ?? 0;
}
