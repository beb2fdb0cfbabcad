import { and, type SQL, sql } from "drizzle-orm";
import { type Keyset, keysetClauses, readPosition } from "~/db/keyset";
import type { OrgContext } from "../context";
import { PERMISSIONS } from "../organizations/permissions";
import type { Gate } from "./clause-sql";
import { type Clause, type Filter, isGroup } from "./filter-tree";
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
  const { isListed } = SOURCES[noun];
  const filters = and(isListed, where, narrowed(ctx, noun, params));
  // The page is found by its keys alone, so that the index suffices for rows that a filter leaves out.
  const keysWhere = (filters: SQL | undefined) => {
    const keys = ctx.db.orm
      .select({ id: sql<string>`${keyset.id}`.as("page_id"), key: sql`${keyset.key}`.as("page_key") })
      .from(SOURCES[noun].table)
      .$dynamic();
    if (join) keys.innerJoin(join.table, join.on);
    return keys
      .where(and(filters, clauses.where))
      .orderBy(...clauses.orderBy)
      .limit(clauses.limit);
  };
  const clause = params.filter && gatedClause(params.filter);
  const by = (way: Gate["way"]) =>
    keysWhere(and(isListed, where, narrowed(ctx, noun, params, clause ? { clause, way } : undefined)));
  // Only one of the two has rows.
  const page = clause ? by("collect").unionAll(by("walk")).as("page") : keysWhere(filters).as("page");
  const { way, nulls } = clauses;
  // By the page's own columns: a bare name would mean what is selected, which is text.
  const orderBy = [sql`page.page_key ${way} ${nulls}`, sql`page.page_id ${way} ${nulls}`];
  return { keyset, position, join, filters, page, key: sql<string>`page.page_key::text`, orderBy };
}

export type ListPlan = ReturnType<typeof planList>;

/** The condition that a page of keys is found in two ways for: one that all rows must meet, and rare or common. */
function gatedClause({ match, rules }: Filter): Clause | undefined {
  if (match !== "all") return undefined;
  return rules.find(
    (rule): rule is Clause => !isGroup(rule) && rule.field === "product" && rule.op === "anyOf",
  );
}

/** The filter as a predicate, which is false for roles that may not ask for contacts. */
export function narrowed(ctx: OrgContext, noun: Noun, params: ListParams, gate?: Gate): SQL | undefined {
  const filter = filterWhere(noun, params.filter, { now: ctx.now(), ...(gate && { gate }) });
  return asksForContacts(noun, params) ? and(isContactsRole, filter) : filter;
}

const isContactsRole = sql`(select current_setting('app.role', true) = any(${sql.param([
  ...PERMISSIONS["contacts.view"],
])}::text[]))`;
