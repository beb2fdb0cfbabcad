import { and, type SQL, sql } from "drizzle-orm";
import { type Keyset, keysetClauses, readPosition } from "~/db/keyset";
import type { OrgContext } from "../context";
import { PERMISSIONS } from "../organizations/permissions";
import { filterWhere } from "./filter-where.server";
import { asksForContacts } from "./find-problem";
import type { ListParams } from "./list-query.schema";
import type { Noun } from "./nouns";
import { SOURCES, sortKeyOf } from "./sources.server";

export const PAGE_SIZE = 50;
/** Lists say "10,000+" beyond this, so that a page costs the same in any organization. */
const MOST_COUNTED = 10_000;

/** The parts of a list's two queries. Throws `bad_request` for a cursor of another list. */
export function planList(ctx: OrgContext, noun: Noun, params: ListParams) {
  const { join, where, ...key } = sortKeyOf(noun, params);
  const keyset: Keyset = { ...key, name: params.sort, order: params.order };
  const position = readPosition(keyset, params);
  const clauses = keysetClauses(keyset, position, PAGE_SIZE);
  const filters = and(SOURCES[noun].isListed, where, narrowed(ctx, noun, params));
  return { keyset, position, join, filters, ...clauses, where: and(filters, clauses.where) };
}

export type ListPlan = ReturnType<typeof planList>;

/** The filter as a predicate, which is false for roles that may not ask for contacts. */
export function narrowed(ctx: OrgContext, noun: Noun, params: ListParams): SQL | undefined {
  const filter = filterWhere(noun, params.filter, { now: ctx.now() });
  return asksForContacts(noun, params) ? and(isContactsRole, filter) : filter;
}

const isContactsRole = sql`(select current_setting('app.role', true) = any(${sql.param([
  ...PERMISSIONS["contacts.view"],
])}::text[]))`;

/** How many rows match, counted in the page's own index up to `MOST_COUNTED` and one. */
export function selectCount({ db }: OrgContext, noun: Noun, { keyset, join, filters }: ListPlan) {
  const { orderBy } = keysetClauses({ ...keyset, order: keyset.indexOrder }, null, MOST_COUNTED);
  const listed = db.orm
    .select({ one: sql`1`.as("one") })
    .from(SOURCES[noun].table)
    .$dynamic();
  if (join) listed.innerJoin(join.table, join.on);
  const counted = listed
    .where(filters)
    .orderBy(...orderBy)
    .limit(MOST_COUNTED + 1)
    .as("listed");
  return db.orm.select({ count: sql`count(*)`.mapWith(Number) }).from(counted);
}

/** What lists say of their length. */
export function boundCount([counted]: { count: number }[]) {
  const count = counted?.count ?? 0;
  return { count: Math.min(count, MOST_COUNTED), isCountBounded: count > MOST_COUNTED };
}
