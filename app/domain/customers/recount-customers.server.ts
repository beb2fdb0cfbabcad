import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { ROLL_UP_COLUMNS, rollUps, spendStatements } from "./roll-ups";

/** Counts the customers' orders and spend anew; answers how many of them were wrong. */
export async function recountCustomers(tx: OrgTransaction, customerIds: readonly string[]): Promise<number> {
  const ids = sql.param([...customerIds]);
  const result = await tx.execute(recountStatement(sql`select unnest(${ids}::uuid[])`));
  const [row] = readRows(z.object({ wrong: z.number() }), result);
  return row?.wrong ?? 0;
}

/** The same as one statement, for the customers whose ids the query `customerIds` gives. */
export function recountStatement(customerIds: SQL): SQL {
  return sql`
    with customer_rows as (select id from customers where id in (${customerIds})),
    standing as (
      select ${ROLL_UP_COLUMNS} from orders where customer_id in (select id from customer_rows)),
    ${sql.join([rollUps, ...spendStatements], sql`, `)},
    recounted as (
      update customers c set orders_count = coalesce(u.orders_count, 0), first_order_at = u.first_order_at,
        last_order_at = u.last_order_at
      from customer_rows r left join roll_ups u on u.customer_id = r.id
      where c.id = r.id and (c.orders_count, c.first_order_at, c.last_order_at)
        is distinct from (coalesce(u.orders_count, 0), u.first_order_at, u.last_order_at)
      returning c.id)
    select count(*)::integer as wrong from (
      select id from recounted union select customer_id from spend_written
      union select customer_id from spend_dropped) w`;
}
