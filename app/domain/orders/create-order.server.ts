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
import { PAID_IN_FULL } from "./order-statuses";
import { totalOf } from "./order-total";
import { insertOwnItems } from "./own-items";

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
    insertOwnItems(id, input.items),
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
  const isPaid = PAID_IN_FULL.includes(status);
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
