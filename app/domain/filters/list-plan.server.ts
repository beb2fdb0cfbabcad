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

/** The parts of a list's two queries. Throws `bad_request` for a cursor of another list. */
export function planList(ctx: OrgContext, noun: Noun, params: ListParams) {
  const { join, where, ...sortKey } = sortKeyOf(noun, params);
  const keyset: Keyset = { ...sortKey, name: params.sort, order: params.order };
  const position = readPosition(keyset, params);
  const clauses = keysetClauses(keyset, position, PAGE_SIZE);
  const filters = and(SOURCES[noun].isListed, where, narrowed(ctx, noun, params));
  // The page is found by its keys alone, so that the index suffices for rows that a filter leaves out.
  const keys = ctx.db.orm
    .select({ id: sql<string>`${keyset.id}`.as("page_id"), key: sql`${keyset.key}`.as("page_key") })
    .from(SOURCES[noun].table)
    .$dynamic();
  if (join) keys.innerJoin(join.table, join.on);
  const page = keys
    .where(and(filters, clauses.where))
    .orderBy(...clauses.orderBy)
    .limit(clauses.limit)
    .as("page");
  const { way, nulls } = clauses;
  // By the page's own columns: a bare name would mean what is selected, which is text.
  const orderBy = [sql`page.page_key ${way} ${nulls}`, sql`page.page_id ${way} ${nulls}`];
  return { keyset, position, join, filters, page, key: sql<string>`page.page_key::text`, orderBy };
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
