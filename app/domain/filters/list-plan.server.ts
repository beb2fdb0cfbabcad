import { and, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { type Keyset, keysetClauses, readPosition } from "~/db/keyset";
import type { OrgContext } from "../context";
import { PERMISSIONS } from "../organizations/permissions";
import { filterWhere } from "./filter-where.server";
import { asksForContacts } from "./find-problem";
import type { ListParams } from "./list-query.schema";
import type { Noun } from "./nouns";
import { SOURCES, sortKeyOf } from "./sources.server";
import { splitFilter } from "./split-filter";

export const PAGE_SIZE = 50;

/** The parts of a list's two queries. Throws `bad_request` for a cursor of another list. */
export function planList(ctx: OrgContext, noun: Noun, params: ListParams) {
  const { join, where, ...sortKey } = sortKeyOf(noun, params);
  const keyset: Keyset = { ...sortKey, name: params.sort, order: params.order };
  const position = readPosition(keyset, params);
  const clauses = keysetClauses(keyset, position, PAGE_SIZE);
  const { table, isListed } = SOURCES[noun];
  const wheres = narrowedParts(ctx, noun, params).map((part) => and(isListed, where, part));
  // The page is found by its keys alone, so that the index suffices for rows that a filter leaves out.
  const [first, second, ...others] = wheres.map((filters) => {
    const keys = ctx.db.orm
      .select({ id: sql<string>`${keyset.id}`.as("page_id"), key: sql`${keyset.key}`.as("page_key") })
      .from(table)
      .$dynamic();
    if (join) keys.innerJoin(join.table, join.on);
    return keys
      .where(and(filters, clauses.where))
      .orderBy(...clauses.orderBy)
      .limit(clauses.limit);
  });
  if (!first) throw new Error("a filter has at least one part");
  const { way, nulls } = clauses;
  const ordered = (keys: SQL[]) => keys.map((key) => sql`${key} ${way} ${nulls}`);
  // What is first of all parts is among the first of each.
  const page = second
    ? union(first, second, ...others)
        .orderBy(...ordered([sql`page_key`, sql`page_id`]))
        .limit(clauses.limit)
        .as("page")
    : first.as("page");
  // By the page's own columns: a bare name would mean what is selected, which is text.
  const orderBy = ordered([sql`page.page_key`, sql`page.page_id`]);
  return { keyset, position, join, wheres, page, key: sql<string>`page.page_key::text`, orderBy };
}

export type ListPlan = ReturnType<typeof planList>;

/** The filter as a predicate, which is false for roles that may not ask for contacts. */
export function narrowed(ctx: OrgContext, noun: Noun, params: ListParams): SQL | undefined {
  return withRole(noun, params, filterWhere(noun, params.filter, { now: ctx.now() }));
}

/** The same as predicates that let through together what it does; a row may fit several. At least one. */
export function narrowedParts(ctx: OrgContext, noun: Noun, params: ListParams): (SQL | undefined)[] {
  if (!params.filter) return [withRole(noun, params, undefined)];
  return splitFilter(noun, params.filter).map(({ filter, ways }) =>
    withRole(noun, params, filterWhere(noun, filter, { now: ctx.now(), ways })),
  );
}

function withRole(noun: Noun, params: ListParams, filter: SQL | undefined): SQL | undefined {
  return asksForContacts(noun, params) ? and(isContactsRole, filter) : filter;
}

const isContactsRole = sql`(select current_setting('app.role', true) = any(${sql.param([
  ...PERMISSIONS["contacts.view"],
])}::text[]))`;
