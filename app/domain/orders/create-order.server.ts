import { type SQL, sql } from "drizzle-orm";
import { AppError } from "~/lib/app-error";
import { instantIn } from "~/lib/local-time";
import { auditRow } from "../audit/audit-row";
import { MANUAL } from "../connections/manual-platform";
import { makeManualShop, manualShop } from "../connections/manual-shop";
import type { OrgContext } from "../context";
import { makeBuyerIdentity, strongestIdentity } from "../customers/buyer-identity.server";
import { recountStatement } from "../customers/recount-customers.server";
import { writeSale } from "../deliveries/by-hand/write-sale.server";
import type { CreateOrder } from "./order-create.schema";
import { totalOf } from "./order-total";

/** Statuses in which the whole amount has been paid. */
const PAID: readonly string[] = ["paid", "fulfilled", "refunded"];

/**
 * Enters an order by hand into the organization's own shop, which is made on first use. It belongs
 * to the customer's strongest identity and so follows it; the customer is counted anew in the same
 * transaction. Answers the order's id. Throws `invalid` for a customer who is not there, and for a
 * new one's contact that another customer has.
 */
export async function createOrder(ctx: OrgContext, input: CreateOrder): Promise<string> {
  const { organization } = await ctx.db.entry();
  const placedAt = placedIn(organization.timeZone, input.placedAt);
  const id = ctx.newId();
  await writeSale(ctx, input.buyer, (customerId) => [
    makeManualShop(ctx),
    ...(customerId ? [makeBuyerIdentity(ctx, customerId, placedAt)] : []),
    insertOrder(ctx, input, { id, placedAt, customerId }),
    insertItems(id, input.items),
    sql`insert into order_status_changes (order_id, at, status, source_status)
      values (${id}::uuid, ${placedAt}::timestamptz, ${input.status}, ${MANUAL})`,
    recountStatement(sql`select customer_id from orders where id = ${id}::uuid`),
    auditRow(ctx, {
      action: "order.created",
      subject: { kind: "order", id },
      facts: { status: input.status },
    }),
  ]);
  return id;
}

function placedIn(zone: string, local: string): string {
  const at = instantIn(zone, local);
  if (at) return at;
  throw new AppError("invalid", "sales:errors.time", { fields: { placedAt: "sales:errors.time" } });
}

type Placed = { id: string; placedAt: string; customerId: string | null };

function insertOrder(ctx: OrgContext, input: CreateOrder, { id, placedAt, customerId }: Placed): SQL {
  const { currency, status, shippingMinor, taxMinor, discountMinor } = input;
  const total = totalOf(input);
  const isPaid = PAID.includes(status);
  const at = ctx.now().toISOString();
  const next = sql`(select 'M-' || coalesce(max(substring(number from 3)::integer), 0) + 1 from orders
    where shop_id = ${manualShop} and number ~ '^M-[0-9]{1,8}$')`;
  return sql`
    insert into orders (id, shop_id, external_id, number, customer_id, identity_id, status, source_status, currency,
      total_minor, tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, paid_at, is_test,
      is_cash_on_delivery, payment_method, channel, version_at, version_rank, version_hash, created_at, updated_at)
    values (${id}::uuid, ${manualShop}, ${id}, coalesce(${input.number}::text, ${next}), ${customerId}::uuid, ${strongestIdentity(customerId)},
      ${status}, ${MANUAL}, ${currency}, ${total}::bigint, ${taxMinor}::bigint, ${shippingMinor}::bigint, ${discountMinor}::bigint,
      ${isPaid ? total : 0}::bigint, ${placedAt}::timestamptz, ${isPaid ? placedAt : null}::timestamptz,
      ${input.isTest}, ${input.isCashOnDelivery}, ${input.paymentMethod}, ${MANUAL}, ${at}::timestamptz, 0, '',
      ${at}::timestamptz, ${at}::timestamptz)`;
}

/** A line knows its product where that is of the same shop: one that was entered by hand, too. */
function insertItems(orderId: string, items: CreateOrder["items"]): SQL {
  const rows = items.map(({ name, sku, productId, quantity, totalMinor }, position) => ({
    ...{ position, name, sku, quantity },
    product_id: productId ?? null,
    total_minor: totalMinor,
  }));
  return sql`
    insert into order_items (order_id, position, external_id, product_external_id, sku, name, quantity, total_minor, tax_minor)
    select ${orderId}::uuid, position, position::text,
      (select p.external_id from products p where p.id = r.product_id and p.shop_id = ${manualShop}),
      sku, name, quantity, total_minor, 0
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(position integer, product_id uuid, name text, sku text, quantity numeric, total_minor bigint)`;
}
