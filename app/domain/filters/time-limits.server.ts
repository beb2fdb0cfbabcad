import { isTooSlow } from "~/lib/app-error";
import type { OrgContext } from "../context";
import type { ListQuery } from "./list-query.schema";

/** For the rows of a list: nobody waits longer for a page. */
const ROWS_MS = 8000;

/**
 * Where a list's rows are read. What a filter costs nobody knows before, so that filtered rows have a time limit and
 * do not fail the page around them.
 */
export function contextFor(ctx: OrgContext, { filter }: Pick<ListQuery, "filter">): OrgContext {
  return filter && filter.rules.length > 0 ? { ...ctx, db: ctx.db.within(ROWS_MS) } : ctx;
}

/** What was read, or null when its time was over. */
export async function unlessTooSlow<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (isTooSlow(error)) return null;
    throw error;
  }
}
