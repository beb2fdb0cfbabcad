import { TZDate } from "@date-fns/tz";
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { takeTurn } from "~/db/writers-turn";
import { AppError } from "~/lib/app-error";
import { sumMinorUnits } from "~/lib/money";
import { auditRow } from "../audit/audit-row";
import { MANUAL } from "../connections/manual-platform";
import { makeManualShop, manualShop } from "../connections/manual-shop";
import type { OrgContext } from "../context";
import { recountStatement } from "../customers/recount-customers.server";
import type { CreateOrder } from "./order-create.schema";

/** Statuses in which the whole amount has been paid. */
const PAID: readonly string[] = ["paid", "fulfilled", "refunded"];

/**
 * Enters an order by hand into the organization's own shop, which is made on first use. It belongs
 * to the customer's strongest identity and so follows it; the customer is counted anew in the same
 * transaction. Answers the order's id. Throws `invalid` for a customer who is not there.
 */
export async function createOrder(ctx: OrgContext, input: CreateOrder): Promise<string> {
  const { organization } = await ctx.db.entry();
  const placedAt = instantIn(organization.timeZone, input.placedAt);
  if (input.customerId) await requireCustomer(ctx, input.customerId);
  const id = ctx.newId();
  const { orm } = ctx.db;
  const statements = [
    takeTurn,
    makeManualShop(ctx),
    ...(input.customerId ? [makeIdentity(ctx, input.customerId, placedAt)] : []),
    insertOrder(ctx, input, { id, placedAt }),
    insertItems(id, input.items),
    sql`insert into order_status_changes (order_id, at, status, source_status)
      values (${id}::uuid, ${placedAt}::timestamptz, ${input.status}, ${MANUAL})`,
    recountStatement(sql`select customer_id from orders where id = ${id}::uuid`),
    auditRow(ctx, {
      action: "order.created",
      subject: { kind: "order", id },
      facts: { status: input.status },
    }),
  ];
  await ctx.db.write(statements.map((statement) => orm.execute(statement)));
  return id;
}

/** A clock time of the zone (`2026-11-23T15:05`) as ISO 8601 UTC. */
function instantIn(zone: string, local: string): string {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/\D/).map(Number);
  const at = new TZDate(year, month - 1, day, hour, minute, zone);
  if (Number.isNaN(at.getTime())) {
    throw new AppError("invalid", "sales:errors.time", { fields: { placedAt: "sales:errors.time" } });
  }
  return new Date(at.getTime()).toISOString();
}

async function requireCustomer(ctx: OrgContext, customerId: string): Promise<void> {
  const result = await ctx.db.read(
    ctx.db.orm.execute(sql`select id from customers
      where id = ${customerId}::uuid and deleted_at is null and merged_into is null`),
  );
  if (readRows(z.object({ id: z.uuid() }), result).length > 0) return;
  throw new AppError("invalid", "sales:errors.noCustomer", {
    fields: { customerId: "sales:errors.noCustomer" },
  });
}

/** Somebody who is known by nothing yet is known by their number with us from now on. */
function makeIdentity({ newId }: OrgContext, customerId: string, at: string): SQL {
  return sql`
    insert into identities (id, kind, namespace, value, customer_id, first_seen_at)
    select ${newId()}::uuid, 'platform', ${manualShop}::text, ${customerId}, ${customerId}::uuid, ${at}::timestamptz
    where not exists (select from identities where customer_id = ${customerId}::uuid)
    on conflict do nothing`;
}

function insertOrder(
  ctx: OrgContext,
  input: CreateOrder,
  { id, placedAt }: { id: string; placedAt: string },
): SQL {
  const { currency, status, shippingMinor, taxMinor, customerId = null } = input;
  const total = sumMinorUnits([...input.items.map((one) => one.totalMinor), shippingMinor, taxMinor]);
  const isPaid = PAID.includes(status);
  const at = ctx.now().toISOString();
  const strongest = sql`(select i.id from identities i where i.customer_id = ${customerId}::uuid
    order by i.is_hub, array_position(array['platform', 'email', 'phone'], i.kind), i.first_seen_at, i.value limit 1)`;
  const next = sql`(select 'M-' || coalesce(max(substring(number from 3)::integer), 0) + 1 from orders
    where shop_id = ${manualShop} and number ~ '^M-[0-9]{1,8}$')`;
  return sql`
    insert into orders (id, shop_id, external_id, number, customer_id, identity_id, status, source_status, currency,
      total_minor, tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, paid_at, is_test,
      is_cash_on_delivery, payment_method, channel, version_at, version_rank, version_hash, created_at, updated_at)
    values (${id}::uuid, ${manualShop}, ${id}, coalesce(${input.number}::text, ${next}), ${customerId}::uuid, ${strongest},
      ${status}, ${MANUAL}, ${currency}, ${total}::bigint, ${taxMinor}::bigint, ${shippingMinor}::bigint, 0,
      ${isPaid ? total : 0}::bigint, ${placedAt}::timestamptz, ${isPaid ? placedAt : null}::timestamptz,
      ${input.isTest}, ${input.isCashOnDelivery}, ${input.paymentMethod}, ${MANUAL}, ${at}::timestamptz, 0, '',
      ${at}::timestamptz, ${at}::timestamptz)`;
}

function insertItems(orderId: string, items: CreateOrder["items"]): SQL {
  const rows = items.map(({ name, sku, quantity, totalMinor }, position) => ({
    ...{ position, name, sku, quantity },
    total_minor: totalMinor,
  }));
  return sql`
    insert into order_items (order_id, position, external_id, sku, name, quantity, total_minor, tax_minor)
    select ${orderId}::uuid, position, position::text, sku, name, quantity, total_minor, 0
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(position integer, name text, sku text, quantity numeric, total_minor bigint)`;
}
