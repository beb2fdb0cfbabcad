import { and, asc, gt, type SQL, sql } from "drizzle-orm";
import type { HttpDatabase } from "~/db/client";
import type { Role } from "../organizations/permissions";
import type { FilterScope } from "./clause-sql";
import { filterWhere } from "./filter-where.server";
import { foundWhere } from "./found-records.server";
import type { ListQuery } from "./list-query.schema";
import type { Noun } from "./nouns";
import { SOURCES, sortKeyOf } from "./sources.server";

/**
 * All rows that a list shows, on however many pages, as a predicate on the noun's
 * table under the transaction's tenant. Throws `bad_request` for a query that no
 * list could show; whether the role may ask it is the caller's to check (`asksForContacts`).
 */
function matchingWhere(noun: Noun, query: ListQuery, scope: FilterScope): SQL | undefined {
  const { join, where } = sortKeyOf(noun, query);
  const filter = filterWhere(noun, query.filter, scope);
  const isFound = foundWhere(noun, query.q, filter);
  return and(
    SOURCES[noun].isListed,
    filter,
    isFound,
    // A search decides the order by itself and leaves nobody out.
    isFound ? undefined : where,
    join && !isFound ? sql`exists (select from ${join.table} where ${join.on})` : undefined,
  );
}

/** Where a job goes on: after this id, null at first. `now` stays what it was when the job was made. */
type MatchingPage = FilterScope & { afterId: string | null; limit: number };

/** The next ids that match, in the order of ids, so that rows which change on the way are met once. */
export function selectMatchingIds(
  orm: HttpDatabase,
  noun: Noun,
  query: ListQuery,
  { afterId, limit, now }: MatchingPage,
) {
  const { table, id } = SOURCES[noun];
  return orm
    .select({ id: sql<string>`${id}` })
    .from(table)
    .where(and(matchingWhere(noun, query, { now }), afterId === null ? undefined : gt(id, afterId)))
    .orderBy(asc(id))
    .limit(limit);
}

/** Puts a role in force for the rest of a job's transaction: searches see as much as it may. */
export function actAs(orm: HttpDatabase, role: Role) {
  return orm.execute(sql`select set_config('app.role', ${role}, true)`);
}
