import * as z from "zod";
import type { DeliveryHeaders, ParseResult, Telling } from "../connector";
import { asEvents, asIgnored, asNeedsAttention, asUnmappable, describeIssues } from "../parse-result";
import { isRecord } from "../read";
import { requiredId } from "../tolerant-schemas";
import { optInOf, shopifyCheckoutSchema, toCheckoutState } from "./checkout-state";
import { readConsentChange } from "./consent-changed";
import { shopifyCustomerSchema, toCustomerState } from "./customer-state";
import { deliveryHeader } from "./delivery-header";
import { shopifyOrderSchema } from "./order-schema";
import { toOrderState } from "./order-state";
import { readCustomerRedact, readDataRequest, readShopRedact } from "./privacy";
import { shopifyProductSchema, toProductState } from "./product-state";
import { preferGlobalId, unwrap } from "./record-id";
import { isWithoutMoney, refundCurrency, refundSchema, refundTime, toRefundFact } from "./refund";

type Reader = (body: unknown, headers: DeliveryHeaders) => ParseResult;

const TOPICS_WITHOUT_USE =
  /^(?:carts|collections|collection_listings|discounts|disputes|draft_orders|fulfillments|fulfillment_events|fulfillment_orders|inventory_items|inventory_levels|locations|order_transactions|product_listings|shop|tender_transactions|themes|variants)\//;

const removedSchema = z.preprocess(preferGlobalId, z.object({ id: requiredId }));

const readOrder = reader("order", shopifyOrderSchema, (order, headers) =>
  asEvents({
    kind: "order.state",
    sourceTime: order.updated_at,
    order: toOrderState(order, deliveryHeader(headers, "test") === "true"),
  }),
);

/** Of an edit Shopify sends only the differences; the order as it now is follows as `orders/updated`. */
const readOrderEdit: Reader = (body, headers) =>
  isRecord(body) && "order_edit" in body ? asIgnored("state_follows_in_update") : readOrder(body, headers);

const readRefund = reader("refund", refundSchema, (refund) => {
  if (isWithoutMoney(refund)) return asIgnored("no_money_refunded");
  const currency = refundCurrency(refund);
  if (currency === null)
    return asUnmappable("transactions.0.currency: expected a three-letter currency code");
  const fact = toRefundFact(refund, refund.order_id, currency);
  if (fact === null) return asIgnored("no_money_refunded");
  return asEvents({ kind: "refund.recorded", sourceTime: refundTime(refund), refund: fact });
});

const readCustomer = reader("customer", shopifyCustomerSchema, (customer) =>
  asEvents({
    kind: "customer.state",
    sourceTime: customer.updated_at,
    customer: toCustomerState(customer),
  }),
);

const readProduct = reader("product", shopifyProductSchema, (product, headers) =>
  asEvents({
    kind: "product.state",
    sourceTime: product.updated_at,
    product: toProductState(product, deliveryHeader(headers, "shop-domain")),
  }),
);

/** Whoever leaves a checkout is no customer for it; whoever agreed in it to hear from the shop is. */
const readCheckout = reader("checkout", shopifyCheckoutSchema, (checkout) => {
  const sourceTime = checkout.updated_at;
  const optIn = optInOf(checkout);
  return asEvents(
    { kind: "checkout.state", sourceTime, checkout: toCheckoutState(checkout) },
    ...(optIn ? [{ kind: "consent.changed" as const, sourceTime, ...optIn }] : []),
  );
});

const readRemoved = (name: "order" | "customer" | "product" | "checkout") =>
  reader(name, removedSchema, ({ id }) =>
    asEvents({ kind: `${name}.removed`, sourceTime: null, externalId: id }),
  );

const READERS: ReadonlyMap<string, Reader> = new Map([
  ["orders/create", readOrder],
  ["orders/updated", readOrder],
  ["orders/edited", readOrderEdit],
  ["orders/paid", readOrder],
  ["orders/cancelled", readOrder],
  ["orders/fulfilled", readOrder],
  ["orders/partially_fulfilled", readOrder],
  ["orders/delete", readRemoved("order")],
  ["refunds/create", readRefund],
  ["customers/create", readCustomer],
  ["customers/update", readCustomer],
  ["customers/enable", readCustomer],
  ["customers/disable", readCustomer],
  ["customers/delete", readRemoved("customer")],
  ["customers_marketing_consent/update", (body) => readConsentChange(body, "sms")],
  ["customers_email_marketing_consent/update", (body) => readConsentChange(body, "email")],
  ["products/create", readProduct],
  ["products/update", readProduct],
  ["products/delete", readRemoved("product")],
  ["checkouts/create", readCheckout],
  ["checkouts/update", readCheckout],
  ["checkouts/delete", readRemoved("checkout")],
  ["app/uninstalled", () => asEvents({ kind: "shop.uninstalled", sourceTime: null })],
  ["customers/data_request", readDataRequest],
  ["customers/redact", readCustomerRedact],
  ["shop/redact", readShopRedact],
]);

export function parse({ topic, headers, body }: Telling): ParseResult {
  const read = READERS.get(topic);
  if (read) return read(body, headers);
  if (TOPICS_WITHOUT_USE.test(topic)) return asIgnored("topic_not_used");
  return asNeedsAttention(
    "unknown_topic",
    "X-Shopify-Topic: expected a topic of orders, refunds, checkouts, customers or products",
  );
}

function reader<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  toResult: (value: z.infer<Schema>, headers: DeliveryHeaders) => ParseResult,
): Reader {
  return (body, headers) => {
    const result = schema.safeParse(unwrap(body, name));
    return result.success ? toResult(result.data, headers) : asUnmappable(describeIssues(result.error));
  };
}
