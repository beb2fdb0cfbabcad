import { type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { keysetClauses } from "~/db/keyset";
import { logError } from "~/lib/log";
import type { OrgContext } from "../context";
import type { ListPlan } from "./list-plan.server";
import type { Noun } from "./nouns";
import { SOURCES } from "./sources.server";
import { unlessTooSlow } from "./time-limits.server";

/** Lists say "10,000+" beyond this, so that a page costs the same in any organization. */
const MOST_COUNTED = 10_000;
/** A number that takes longer is not worth it. */
const COUNT_MS = 3000;

/** How long a list is; bounded when it stopped counting. */
export type ListCount = { count: number; isCountBounded: boolean };

/** How many rows match, counted in the page's own index up to `MOST_COUNTED` and one. */
export async function countList(ctx: OrgContext, noun: Noun, plan: ListPlan): Promise<ListCount> {
  const [counted] = await ctx.db.read(selectCount(ctx, noun, plan));
  const count = counted?.count ?? 0;
  return { count: Math.min(count, MOST_COUNTED), isCountBounded: count > MOST_COUNTED };
}

/** The same beside the page, for a list whose filter may make counting slow; null when nobody knows. Never rejects. */
export async function countLater(ctx: OrgContext, noun: Noun, plan: ListPlan): Promise<ListCount | null> {
  const apart = { ...ctx, db: ctx.db.within(COUNT_MS) };
  try {
    return await unlessTooSlow(countList(apart, noun, plan));
  } catch (error) {
    logError("list.not_counted", { noun, error });
    return null;
  }
}

function selectCount({ db }: OrgContext, noun: Noun, { keyset, join, wheres }: ListPlan) {
  const { orderBy } = keysetClauses({ ...keyset, order: keyset.indexOrder }, null, MOST_COUNTED);
  const one: SQL.Aliased = (wheres.length > 1 ? sql`${keyset.id}` : sql`1`).as("one");
  const [first, second, ...others] = wheres.map((filters) => {
    const listed = db.orm.select({ one }).from(SOURCES[noun].table).$dynamic();
    if (join) listed.innerJoin(join.table, join.on);
    return listed
      .where(filters)
      .orderBy(...orderBy)
      .limit(MOST_COUNTED + 1);
  });
  if (!first) throw new Error("a filter has at least one part");
  // A row that fits several parts is one.
  const counted = second ? union(first, second, ...others).limit(MOST_COUNTED + 1) : first;
  return db.orm.select({ count: sql`count(*)`.mapWith(Number) }).from(counted.as("listed"));
}
