import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";

const linkSchema = z.object({ id: z.uuid(), number: z.string() }).nullable();
const originsRow = z.object({ subscription: linkSchema, checkout: linkSchema });
export type OrderOrigins = z.output<typeof originsRow>;

/** The subscription that an order began or renewed, and the checkout that somebody left before they placed it. */
export async function findOrderOrigins(
  ctx: OrgContext,
  { orderId }: { orderId: string },
): Promise<OrderOrigins> {
  const id = requireRecordId(orderId);
  const link = sql`json_build_object('id', found.id, 'number', found.number)`;
  const result = await ctx.db.read(
    ctx.db.orm.execute(sql`
      select
        (select ${link} from (
          select s.id, s.number from subscriptions s
          where s.shop_id = o.shop_id and s.external_id = o.subscription_external_id and s.deleted_at is null
          union all
          (select s.id, s.number from subscriptions s
          where s.shop_id = o.shop_id and s.parent_order_external_id = o.external_id and s.deleted_at is null
          order by s.started_at, s.id limit 1)
          limit 1) found) as subscription,
        (select ${link} from (
          select k.id, k.number from checkouts k where k.order_id = o.id and k.state <> 'completed' limit 1) found)
          as checkout
      from orders o where o.id = ${id}::uuid`),
  );
  return readRows(originsRow, result)[0] ?? { subscription: null, checkout: null };
}
