import { type SQL, sql } from "drizzle-orm";
import { recountStatement } from "../customers/recount-customers.server";
import type { TrashNoun } from "./trash-nouns";

export const TRASH_TABLES: Record<TrashNoun, SQL> = {
  customer: sql`customers`,
  order: sql`orders`,
  product: sql`products`,
  subscription: sql`subscriptions`,
};

type Stamp = { by: string; at: Date };

/** Puts those of the records in the trash that are not there; answers their ids. `ids` is SQL that gives uuid[]. */
export function trashRows(noun: TrashNoun, ids: SQL, { by, at }: Stamp): SQL {
  const time = at.toISOString();
  return sql`update ${TRASH_TABLES[noun]} set deleted_at = ${time}::timestamptz, deleted_by = ${by}::uuid,
    updated_at = ${time}::timestamptz where id = any (${ids}) and deleted_at is null returning id`;
}

/** Takes those of the records out of the trash that are there; answers their ids. */
export function restoreRows(noun: TrashNoun, ids: SQL, at: Date): SQL {
  return sql`update ${TRASH_TABLES[noun]} set deleted_at = null, deleted_by = null,
    updated_at = ${at.toISOString()}::timestamptz where id = any (${ids}) and deleted_at is not null returning id`;
}

/** After the rows changed, in the same transaction: the customers of orders are counted anew. */
export function recountAfter(noun: TrashNoun, ids: SQL): SQL[] {
  if (noun !== "order") return [];
  return [recountStatement(sql`select customer_id from orders where id = any (${ids})`)];
}

/** A list of ids as SQL. */
export const uuids = (ids: readonly string[]): SQL => sql`${sql.param([...ids])}::uuid[]`;
