import { type SQL, sql } from "drizzle-orm";
import type { SubscriptionItem } from "~/db/schema/subscriptions";
import { instantIn } from "~/lib/local-time";
import { auditRow } from "../audit/audit-row";
import { MANUAL } from "../connections/manual-platform";
import { makeManualShop, manualShop } from "../connections/manual-shop";
import type { OrgContext } from "../context";
import { makeBuyerIdentity, strongestIdentity } from "../customers/buyer-identity.server";
import { writeSale } from "../deliveries/by-hand/write-sale.server";
import type { CreateSubscription } from "./subscription-edit.schema";

/**
 * Enters a subscription by hand into the organization's own shop, which is made on first use. It
 * belongs to its customer's strongest identity and so follows it; nobody is charged. Answers its
 * id. Throws `invalid` for a customer who is not there, and for a new one's contact that another
 * customer has.
 */
export async function createSubscription(ctx: OrgContext, input: CreateSubscription): Promise<string> {
  const { organization } = await ctx.db.entry();
  const { timeZone } = organization;
  const startedAt = instantIn(timeZone, input.started) ?? ctx.now().toISOString();
  const nextPaymentAt = input.nextPayment && instantIn(timeZone, input.nextPayment);
  const id = ctx.newId();
  await writeSale(ctx, input.buyer, (customerId) => [
    makeManualShop(ctx),
    ...(customerId ? [makeBuyerIdentity(ctx, customerId, startedAt)] : []),
    insertSubscription(ctx, input, { id, customerId, startedAt, nextPaymentAt }),
    auditRow(ctx, {
      action: "subscription.created",
      subject: { kind: "subscription", id },
      facts: { status: input.status },
    }),
  ]);
  return id;
}

type Given = { id: string; customerId: string | null; startedAt: string; nextPaymentAt: string | null };

function insertSubscription(ctx: OrgContext, input: CreateSubscription, given: Given): SQL {
  const { id, customerId, startedAt, nextPaymentAt } = given;
  const { status, currency, amountMinor, intervalCount, intervalUnit, paymentMethod, product } = input;
  const at = ctx.now().toISOString();
  const item = { name: product, sku: null, productExternalId: null, quantity: 1, totalMinor: amountMinor };
  const items: SubscriptionItem[] = [item];
  const next = sql`(select 'M-' || coalesce(max(substring(number from 3)::integer), 0) + 1 from subscriptions
    where shop_id = ${manualShop} and number ~ '^M-[0-9]{1,8}$')`;
  return sql`
    insert into subscriptions (id, shop_id, external_id, number, customer_id, identity_id, status, source_status, currency,
      amount_minor, interval_count, interval_unit, started_at, next_payment_at, payment_method, items, version_at,
      version_rank, version_hash, created_at, updated_at)
    values (${id}::uuid, ${manualShop}, ${id}, ${next}, ${customerId}::uuid, ${strongestIdentity(customerId)}, ${status},
      ${MANUAL}, ${currency}, ${amountMinor}::bigint, ${intervalCount}::integer, ${intervalUnit},
      ${startedAt}::timestamptz, ${nextPaymentAt}::timestamptz, ${paymentMethod}, ${JSON.stringify(items)}::jsonb,
      ${at}::timestamptz, 0, '', ${at}::timestamptz, ${at}::timestamptz)`;
}
