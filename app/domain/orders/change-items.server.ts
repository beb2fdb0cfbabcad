import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { takeTurn } from "~/db/writers-turn";
import { AppError } from "~/lib/app-error";
import { sumMinorUnits } from "~/lib/money";
import { auditRow } from "../audit/audit-row";
import { MANUAL } from "../connections/manual-platform";
import type { OrgContext } from "../context";
import { recountStatement } from "../customers/recount-customers.server";
import { requireRecordId } from "../record-id";
import type { ChangeItems } from "./order-items.schema";
import { PAID_IN_FULL } from "./order-statuses";
import { type OrderSums, sumsOf } from "./order-sums";
import { insertOwnItems } from "./own-items";

const line = z.object({ totalMinor: z.number() });
const ownOrder = z.object({
  platform: z.string(),
  currency: z.string(),
  totalMinor: z.number(),
  taxMinor: z.number(),
  shippingMinor: z.number(),
  discountMinor: z.number(),
  paidMinor: z.number(),
  items: z.array(line),
});
type OwnOrder = z.output<typeof ownOrder>;
type Way = Pick<OrderSums, "isDiscountOff" | "isTaxIncluded">;

/**
 * Puts other items into an order that was entered by hand; of two changes the later stands. Its
 * total is what its parts come to, what was paid in full stays so, and the customer is counted anew
 * in the same transaction. Throws `not_found`; `conflict` for an order that a shop tells of, and
 * where its currency is another by now; `invalid` where its discount is more than the rest.
 */
export async function changeItems(
  ctx: OrgContext,
  { orderId, currency, items }: ChangeItems & { orderId: string },
): Promise<void> {
  const id = requireRecordId(orderId);
  const order = await readOwnOrder(ctx, id);
  if (order.platform !== MANUAL) throw new AppError("conflict", "sales:errors.shopItems");
  if (order.currency !== currency) throw new AppError("conflict", "sales:errors.otherCurrency");
  const way = wayOf(order);
  const itemsMinor = sumMinorUnits(items.map(({ totalMinor }) => totalMinor));
  const rest = order.shippingMinor + (way.isTaxIncluded ? 0 : order.taxMinor);
  if (way.isDiscountOff && itemsMinor + rest < order.discountMinor) {
    throw new AppError("invalid", "sales:errors.discountOverItems");
  }
  const { orm } = ctx.db;
  const statements = [
    takeTurn,
    sql`select require_that(exists (select from orders where id = ${id}::uuid and deleted_at is null), 'OR404')`,
    sql`select set_config('app.before', (${stateOf(id)})::text, true)`,
    sql`delete from order_items where order_id = ${id}::uuid`,
    insertOwnItems(id, items),
    setTotals(id, { itemsMinor, way, at: ctx.now().toISOString() }),
    recountStatement(sql`select customer_id from orders where id = ${id}::uuid`),
    auditRow(ctx, {
      action: "order.corrected",
      subject: { kind: "order", id },
      facts: { fields: "items, totalMinor" },
      before: sql`current_setting('app.before')::jsonb`,
      after: sql`(${stateOf(id)})`,
    }),
  ];
  await ctx.db.write(statements.map((statement) => orm.execute(statement)));
}

/** As its parts made its total so far; where something was left over, as a new order is added up. */
function wayOf(order: OwnOrder): Way {
  const sums = sumsOf(order);
  return sums.restMinor === 0 ? sums : { isDiscountOff: true, isTaxIncluded: false };
}

/** In the database, so that a charge that was corrected meanwhile counts. No import or file that comes later is newer. */
function setTotals(id: string, { itemsMinor, way, at }: { itemsMinor: number; way: Way; at: string }): SQL {
  const total = sql`greatest(0, ${itemsMinor}::bigint + shipping_minor
    + case when ${way.isTaxIncluded}::boolean then 0 else tax_minor end
    - case when ${way.isDiscountOff}::boolean then discount_minor else 0 end)`;
  const wasPaid = sql`status = any(${sql.param([...PAID_IN_FULL])}::text[]) and paid_minor = total_minor`;
  return sql`
    update orders set total_minor = ${total}, paid_minor = case when ${wasPaid} then ${total} else paid_minor end,
      version_at = greatest(version_at, ${at}::timestamptz), version_hash = '', updated_at = ${at}::timestamptz
    where id = ${id}::uuid and deleted_at is null`;
}

/** What the audit log keeps of it: "2 × Sambal: 2580", an item a line; amounts in minor units as in all of the log. */
function stateOf(id: string): SQL {
  return sql`
    select jsonb_build_object('totalMinor', total_minor, 'paidMinor', paid_minor, 'items', coalesce((
      select string_agg(trim_scale(quantity) || ' × ' || name || ': ' || total_minor, E'\n' order by position)
      from order_items where order_id = orders.id), ''))
    from orders where id = ${id}::uuid`;
}

async function readOwnOrder({ db }: OrgContext, id: string): Promise<OwnOrder> {
  const found = await db.read(
    db.orm.execute(sql`
      select s.platform, o.currency, o.total_minor::float8 as "totalMinor", o.tax_minor::float8 as "taxMinor",
        o.shipping_minor::float8 as "shippingMinor", o.discount_minor::float8 as "discountMinor",
        o.paid_minor::float8 as "paidMinor",
        (select coalesce(jsonb_agg(jsonb_build_object('totalMinor', i.total_minor)), '[]')
          from order_items i where i.order_id = o.id) as items
      from orders o join shops s on s.id = o.shop_id
      where o.id = ${id}::uuid and o.deleted_at is null`),
  );
  const [order] = readRows(ownOrder, found);
  if (!order) throw new AppError("not_found", "errors:notFound");
  return order;
}
