import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { ORDER_STATUSES } from "../orders/order-statuses";
import { requireRecordId } from "../record-id";

// A best seller is in hundreds of thousands of orders; the newest tell how it sells.
const NEWEST = 2000;
const LATEST = 8;

const salesRow = z.object({
  /** What its lines come to in orders that are revenue; one entry per currency, the most sold first. */
  sums: z.array(
    z.object({
      currency: z.string(),
      orders: z.number(),
      buyers: z.number(),
      quantity: z.number(),
      totalMinor: z.number(),
    }),
  ),
  /** Customers who bought it, in whatever currency. */
  buyers: z.number(),
  /** Whether only the newest `NEWEST` lines were counted. */
  isBounded: z.boolean(),
  latest: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      status: z.enum(ORDER_STATUSES),
      placedAt: z.string(),
      customerName: z.string().nullable(),
      quantity: z.number(),
      totalMinor: z.number(),
      currency: z.string(),
    }),
  ),
});
export type ProductSales = z.output<typeof salesRow>;

/**
 * How a product sells, by the newest orders of its shop that hold it: sums of those that are
 * revenue, and the latest of all. Times are ISO 8601 UTC.
 */
export async function getProductSales(
  { db }: OrgContext,
  input: { productId: string },
): Promise<ProductSales> {
  const id = requireRecordId(input.productId);
  const result = await db.read(
    db.orm.execute(sql`
      with own as materialized (
        select shop_id, external_id, parent_external_id is not null as is_variation
        from products where id = ${id}::uuid),
      lines as materialized (
        (${newestLines(sql`product_external_id`, sql`not is_variation`)})
        union all
        (${newestLines(sql`variant_external_id`, sql`is_variation`)})),
      sums as (
        select currency, count(distinct id) as orders, count(distinct customer_id) as buyers,
          sum(quantity) as quantity, sum(line_minor) as total_minor
        from lines where is_revenue group by currency),
      latest as (
        select l.*, c.name as customer_name
        from (select * from lines order by placed_at desc, id limit ${LATEST}) l
        left join customers c on c.id = l.customer_id)
      select
        (select coalesce(json_agg(json_build_object('currency', currency, 'orders', orders, 'buyers', buyers,
          'quantity', quantity::float8, 'totalMinor', total_minor) order by orders desc, currency), '[]') from sums) as sums,
        (select count(distinct customer_id)::int from lines where is_revenue) as buyers,
        (select count(*) = ${NEWEST} from lines) as "isBounded",
        (select coalesce(json_agg(json_build_object('id', id, 'number', number, 'status', status,
          'placedAt', to_char(placed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'customerName', customer_name,
          'quantity', quantity::float8, 'totalMinor', line_minor, 'currency', currency)
          order by placed_at desc, id), '[]') from latest) as latest`),
  );
  const [sales] = readRows(salesRow, result);
  return sales ?? { sums: [], buyers: 0, isBounded: false, latest: [] };
}

/** Lines whose `column` names the product, if it is such a one; each with its order, found by key. */
function newestLines(column: SQL, isSuch: SQL): SQL {
  return sql`
    select o.*, i.quantity, i.total_minor as line_minor
    from order_items i cross join lateral (
      select id, shop_id, number, status, placed_at, customer_id, currency, is_revenue
      from orders where id = i.order_id and deleted_at is null and removed_at is null offset 0) o
    where i.${column} = (select external_id from own where ${isSuch}) and o.shop_id = (select shop_id from own)
    order by i.order_id desc limit ${NEWEST}`;
}
