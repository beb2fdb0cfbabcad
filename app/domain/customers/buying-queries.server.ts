import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";

// A counter phone can gather tens of thousands of orders; the newest tell how somebody buys.
const NEWEST = 500;
const MOST_PRODUCTS = 5;

const buyingSchema = z.object({
  /** Days between two orders, in the middle of all; null below two. */
  gapDays: z.number().nullable(),
  products: z.array(z.object({ name: z.string(), quantity: z.number() })),
});
export type Buying = z.output<typeof buyingSchema>;

/** How a customer buys, from the newest orders: how often, and what most. */
export async function getBuying({ db }: OrgContext, input: { customerId: string }): Promise<Buying> {
  const customerId = requireRecordId(input.customerId);
  const result = await db.read(
    db.orm.execute(sql`
      with own as materialized (
        select id, placed_at, is_revenue from orders
        where customer_id = ${customerId}::uuid and deleted_at is null and removed_at is null and not is_test
          and status <> 'draft'
        order by placed_at desc limit ${NEWEST}),
      gaps as (select placed_at - lag(placed_at) over (order by placed_at) as gap from own),
      bought as (
        select i.name, sum(i.quantity) as quantity
        from own o cross join lateral (
          select name, quantity from order_items i where i.order_id = o.id offset 0) i
        where o.is_revenue group by i.name order by 2 desc, 1 limit ${MOST_PRODUCTS})
      select
        (select round(extract(epoch from percentile_cont(0.5) within group (order by gap)) / 86400)::float8
          from gaps where gap is not null) as "gapDays",
        (select coalesce(json_agg(json_build_object('name', name, 'quantity', quantity::float8)), '[]')
          from bought) as products`),
  );
  const [row] = readRows(buyingSchema, result);
  return row ?? { gapDays: null, products: [] };
}
