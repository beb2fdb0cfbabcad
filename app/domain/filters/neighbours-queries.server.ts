import { and, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type Keyset, keysetClauses } from "~/db/keyset";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { narrowedParts } from "./list-plan.server";
import type { ListParams } from "./list-query.schema";
import type { Noun } from "./nouns";
import { asksForHidden } from "./read-list.server";
import { SOURCES, sortKeyOf } from "./sources.server";
import { contextFor, unlessTooSlow } from "./time-limits.server";

const idRow = z.object({ id: z.uuid() });

/**
 * The records before and after one in the list that it was opened from, by the list's
 * order; null at an end, after a search, whose order has no next page, and where it takes too long.
 */
export async function findNeighbours(ctx: OrgContext, noun: Noun, params: ListParams & { id: string }) {
  const id = requireRecordId(params.id);
  if (params.problem || params.q) return { previous: null, next: null };
  const { db } = contextFor(ctx, params);
  const find = (step: 1 | -1) => db.read(db.orm.execute(neighbourSql(ctx, noun, { ...params, id }, step)));
  const [isHidden, found] = await Promise.all([
    asksForHidden(ctx, noun, params),
    unlessTooSlow(Promise.all([find(-1), find(1)])),
  ]);
  if (isHidden || !found) return { previous: null, next: null };
  const [before, after] = found;
  return { previous: readRows(idRow, before)[0]?.id ?? null, next: readRows(idRow, after)[0]?.id ?? null };
}

function neighbourSql(ctx: OrgContext, noun: Noun, params: ListParams & { id: string }, step: 1 | -1): SQL {
  const { join, where, ...sortKey } = sortKeyOf(noun, params);
  const { table, id, isListed } = SOURCES[noun];
  const turned = params.order === "asc" ? "desc" : "asc";
  const keyset: Keyset = { ...sortKey, name: params.sort, order: step === 1 ? params.order : turned };
  const { orderBy, way, nulls } = keysetClauses(keyset, null, 1);
  const from = join ? sql`${table} join ${join.table} on ${join.on}` : sql`${table}`;
  const beyond = sql.raw(keyset.order === "asc" ? ">" : "<");
  const own = sql`select ${keyset.key}, ${keyset.id} from ${from} where ${id} = ${params.id}::uuid`;
  const nearest = narrowedParts(ctx, noun, params).map((part) => {
    const others = and(isListed, where, part, sql`(${keyset.key}, ${keyset.id}) ${beyond} (${own})`);
    return sql`(select ${id} as id, ${keyset.key} as key from ${from} where ${others}
      order by ${sql.join(orderBy, sql`, `)} limit 1)`;
  });
  return sql`select id from (${sql.join(nearest, sql` union all `)}) nearest
    order by key ${way} ${nulls}, id ${way} ${nulls} limit 1`;
}
