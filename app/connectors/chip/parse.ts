import type { OrderItem, OrderState, PersonRef } from "../canonical";
import type { DatedTelling, ParseResult } from "../connector";
import { orderOf } from "../order-of";
import { asEvents, asIgnored, asNeedsAttention, asUnmappable, describeIssues } from "../parse-result";
import { personOrNull, toAddress } from "../person";
import { type ChipProduct, type Purchase, purchaseSchema, refundSchema } from "./purchase-schema";
import { toOrderStatus } from "./purchase-status";

const WITHOUT_USE =
  /^(?:payout|billing_template_client)\.|^purchase\.(?:pending_recurring_token_delete|recurring_token_deleted)$|^payment\.chargeback_reversed$/;
const MONEY_BACK = /^payment\.(?:refunded|charged_back)$/;
const MOST_ITEMS = 1000;

/** A purchase is an order whose amounts are sen; a payment that went back is a refund of it. */
export function parse({ topic, body, receivedAt }: DatedTelling): ParseResult {
  if (WITHOUT_USE.test(topic)) return asIgnored("topic_not_used");
  if (MONEY_BACK.test(topic)) return readRefund(topic, body);
  if (!topic.startsWith("purchase.")) {
    return asNeedsAttention("unknown_topic", "event_type: expected an event of purchases or payments");
  }
  const { data: purchase, error } = purchaseSchema.safeParse(body);
  if (!purchase) return asUnmappable(describeIssues(error));
  const totalMinor = purchase.purchase?.total ?? purchase.payment?.amount ?? null;
  if (totalMinor === null) return asUnmappable("purchase.total: expected whole sen");
  const order = toOrder(purchase, { topic, totalMinor, receivedAt });
  return asEvents({ kind: "order.state", sourceTime: purchase.updated_on, order });
}

type Told = { topic: string; totalMinor: number; receivedAt: string };

function toOrder(purchase: Purchase, { topic, totalMinor, receivedAt }: Told): OrderState {
  const { client, payment } = purchase;
  const sourceStatus = purchase.status?.toLowerCase() ?? topic.slice("purchase.".length);
  const didFail = topic === "purchase.payment_failure" && toOrderStatus(sourceStatus) === "pending";
  const status = didFail ? "failed" : toOrderStatus(sourceStatus);
  return orderOf({
    externalId: purchase.id,
    number: purchase.reference ?? purchase.reference_generated ?? purchase.id,
    status,
    sourceStatus,
    currency: purchase.purchase?.currency ?? payment?.currency ?? "MYR",
    totalMinor,
    placedAt: purchase.created_on ?? payment?.paid_on ?? receivedAt,
    paidAt: status === "paid" || status === "refunded" ? (payment?.paid_on ?? null) : null,
    isTest: purchase.is_test ?? false,
    paymentMethod: purchase.transaction_data?.payment_method ?? null,
    person: personOf(client),
    items: (purchase.purchase?.products ?? []).slice(0, MOST_ITEMS).map(toItem),
  });
}

function personOf(client: Purchase["client"]): PersonRef | null {
  if (!client) return null;
  const { street_address: line1, city, state, zip_code: postcode, country } = client;
  return personOrNull({
    platformId: null,
    email: client.email,
    phone: client.phone,
    name: client.full_name,
    company: client.legal_name,
    address: toAddress({ line1, line2: null, city, state, postcode, country }),
  });
}

function toItem(product: ChipProduct, index: number): OrderItem {
  const quantity = product.quantity ?? 1;
  const totalMinor = Math.round((product.price ?? 0) * quantity) - (product.discount ?? 0);
  return {
    externalId: `line-${index + 1}`,
    productExternalId: null,
    variantExternalId: null,
    sku: null,
    name: product.name ?? `#${index + 1}`,
    quantity,
    totalMinor: Number.isSafeInteger(totalMinor) ? totalMinor : 0,
    taxMinor: 0,
  };
}

function readRefund(topic: string, body: unknown): ParseResult {
  const { data: refund, error } = refundSchema.safeParse(body);
  if (!refund) return asUnmappable(describeIssues(error));
  const amountMinor = Math.abs(refund.payment?.amount ?? 0);
  if (amountMinor === 0) return asIgnored("no_money_refunded");
  return asEvents({
    kind: "refund.recorded",
    sourceTime: refund.updated_on,
    refund: {
      externalId: refund.id,
      orderExternalId: refund.related_to.id,
      amountMinor,
      currency: refund.payment?.currency ?? "MYR",
      reason: topic === "payment.charged_back" ? "charged back" : (refund.payment?.description ?? null),
      refundedAt: refund.payment?.paid_on ?? refund.created_on,
    },
  });
}
