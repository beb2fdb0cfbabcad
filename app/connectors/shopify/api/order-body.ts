import { addressBody, customerBody, idsOf } from "./customer-body";
import type { LineNode, Money, OrderNode } from "./nodes";

const amount = (money: Money) => money?.shopMoney.amount ?? null;
const word = (text: string | null | undefined) => text?.toLowerCase() ?? null;

/** Fulfillment as webhooks say it: only what is sent, wholly or in part, has a word. */
const FULFILLMENTS: ReadonlyMap<string, string> = new Map([
  ["FULFILLED", "fulfilled"],
  ["PARTIALLY_FULFILLED", "partial"],
  ["RESTOCKED", "restocked"],
]);

/** An order of GraphQL in the form of the `orders/*` webhooks, so that both are read alike. */
export function orderBody(order: OrderNode): Record<string, unknown> {
  return {
    ...idsOf(order.id),
    name: order.name,
    currency: order.currencyCode,
    created_at: order.createdAt,
    processed_at: order.processedAt,
    updated_at: order.updatedAt,
    cancelled_at: order.cancelledAt,
    test: order.test ?? false,
    source_name: order.sourceName,
    email: order.email,
    phone: order.phone,
    taxes_included: order.taxesIncluded ?? false,
    buyer_accepts_marketing: order.customerAcceptsMarketing ?? false,
    financial_status: word(order.displayFinancialStatus),
    fulfillment_status: FULFILLMENTS.get(order.displayFulfillmentStatus ?? "") ?? null,
    total_price: amount(order.totalPriceSet),
    total_tax: amount(order.totalTaxSet),
    total_discounts: amount(order.totalDiscountsSet),
    total_outstanding: amount(order.totalOutstandingSet),
    total_shipping_price_set: moneySet(order.totalShippingPriceSet),
    payment_gateway_names: order.paymentGatewayNames ?? [],
    discount_codes: (order.discountCodes ?? []).map((code) => ({ code })),
    customer: order.customer ? customerBody(order.customer) : null,
    billing_address: addressBody(order.billingAddress),
    shipping_address: addressBody(order.shippingAddress),
    fulfillments: (order.fulfillments ?? []).map((parcel) => ({
      status: word(parcel.status),
      created_at: parcel.createdAt,
    })),
    refunds: (order.refunds ?? []).map(refundBody),
    line_items: (order.lineItems?.nodes ?? []).map(lineBody),
  };
}

function lineBody(line: LineNode) {
  return {
    ...idsOf(line.id),
    name: line.name,
    title: line.title,
    sku: line.sku,
    quantity: line.quantity,
    product_id: line.product ? idsOf(line.product.id).id : null,
    variant_id: line.variant ? idsOf(line.variant.id).id : null,
    price: amount(line.originalUnitPriceSet),
    discount_allocations: line.discountAllocations.map((one) => ({ amount: amount(one.allocatedAmountSet) })),
    tax_lines: line.taxLines.map((one) => ({ price: amount(one.priceSet) })),
  };
}

function refundBody(refund: NonNullable<OrderNode["refunds"]>[number]) {
  return {
    ...idsOf(refund.id),
    note: refund.note,
    created_at: refund.createdAt,
    processed_at: refund.processedAt,
    transactions: refund.transactions.nodes.map(({ kind, status, amountSet }) => ({
      kind: word(kind),
      status: word(status),
      amount: amount(amountSet),
      currency: amountSet?.shopMoney.currencyCode,
      amount_set: moneySet(amountSet),
    })),
  };
}

function moneySet(money: Money) {
  if (!money) return null;
  return { shop_money: { amount: money.shopMoney.amount, currency_code: money.shopMoney.currencyCode } };
}
