import type { SQL } from "drizzle-orm";
import type { OrgContext } from "../context";
import { MOST_FOUND } from "./found-records.server";
import { narrowed, narrowedParts } from "./list-plan.server";
import type { ListParams } from "./list-query.schema";
import type { Noun } from "./nouns";
import { asksForHidden, type ListState, NONE } from "./read-list.server";
import { contextFor, unlessTooSlow } from "./time-limits.server";

/** `parts` let through together what the filter does. */
type Options = { limit: number; filter: SQL | undefined; parts: readonly (SQL | undefined)[] };
type Search<T> = (ctx: OrgContext, options: Options) => Promise<T[]>;
type Found<T> = ListState & { rows: T[]; previous: null; next: null };

/** What the search box finds within the filter, on one page. */
export async function readFound<T>(
  ctx: OrgContext,
  noun: Noun,
  params: ListParams,
  search: Search<T>,
): Promise<Found<T>> {
  if (params.problem) return { ...NONE, problem: params.problem };
  const filter = narrowed(ctx, noun, params);
  const parts = narrowedParts(ctx, noun, params);
  const [isHidden, rows] = await Promise.all([
    asksForHidden(ctx, noun, params),
    unlessTooSlow(search(contextFor(ctx, params), { limit: MOST_FOUND, filter, parts })),
  ]);
  if (isHidden) return { ...NONE, problem: "hiddenField" };
  if (!rows) return { ...NONE, problem: "tooSlow" };
  return { ...NONE, rows, count: rows.length, isCountBounded: rows.length === MOST_FOUND, problem: null };
}
