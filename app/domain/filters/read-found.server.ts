import type { SQL } from "drizzle-orm";
import type { OrgContext } from "../context";
import { MOST_FOUND } from "./found-records.server";
import { narrowed } from "./list-plan.server";
import type { ListParams } from "./list-query.schema";
import type { Noun } from "./nouns";
import { asksForHidden, type ListState } from "./read-list.server";

type Search<T> = (options: { limit: number; filter: SQL | undefined }) => Promise<T[]>;
type Found<T> = ListState & { rows: T[]; previous: null; next: null };

/** What the search box finds, on one page, as far as the filter lets it through. */
export async function readFound<T>(
  ctx: OrgContext,
  noun: Noun,
  params: ListParams,
  search: Search<T>,
): Promise<Found<T>> {
  const none = { rows: [], previous: null, next: null, count: 0, isCountBounded: false };
  if (params.problem) return { ...none, problem: params.problem };
  const filter = narrowed(ctx, noun, params);
  const [isHidden, rows] = await Promise.all([
    asksForHidden(ctx, noun, params),
    search({ limit: MOST_FOUND, filter }),
  ]);
  if (isHidden) return { ...none, problem: "hiddenField" };
  return { ...none, rows, count: rows.length, isCountBounded: rows.length === MOST_FOUND, problem: null };
}
