import * as z from "zod";
import type { ParseResult, Telling } from "../connector";
import { asEvents, asIgnored, asNeedsAttention, asUnmappable, describeIssues } from "../parse-result";
import { requiredId } from "../tolerant-schemas";
import { toCustomerState, wooCustomerSchema } from "./customer-state";
import { wooOrderSchema } from "./order-schema";
import { toOrderState } from "./order-state";
import { toProductState, wooProductSchema } from "./product-state";
import { findShopError } from "./shop-error";
import { wooSubscriptionSchema } from "./subscription-schema";
import { toSubscriptionState } from "./subscription-state";

const TOPICS_WITHOUT_USE = /^(?:coupon|action)\./;
const removedSchema = z.object({ id: requiredId });

type Reader = (body: unknown) => ParseResult;

const readOrder = (isRestored?: true) =>
  reader(wooOrderSchema, (order) =>
    asEvents({
      kind: "order.state",
      sourceTime: order.date_modified_gmt ?? order.date_modified,
      order: toOrderState(order),
      ...(isRestored && { isRestored }),
    }),
  );

const readProduct = (isRestored?: true) =>
  reader(wooProductSchema, (product) =>
    asEvents({
      kind: "product.state",
      sourceTime: product.date_modified_gmt ?? product.date_modified,
      product: toProductState(product),
      ...(isRestored && { isRestored }),
    }),
  );

const readCustomer = reader(wooCustomerSchema, (customer) =>
  asEvents({
    kind: "customer.state",
    sourceTime: customer.date_modified_gmt ?? customer.date_modified,
    customer: toCustomerState(customer),
  }),
);

const readSubscription = (isRestored?: true) =>
  reader(wooSubscriptionSchema, (subscription) =>
    asEvents({
      kind: "subscription.state",
      sourceTime: subscription.date_modified_gmt ?? subscription.date_modified,
      subscription: toSubscriptionState(subscription),
      ...(isRestored && { isRestored }),
    }),
  );

const readRemoved = (
  kind: "order.removed" | "customer.removed" | "product.removed" | "subscription.removed",
) => reader(removedSchema, ({ id }) => asEvents({ kind, sourceTime: null, externalId: id }));

const READERS: ReadonlyMap<string, Reader> = new Map([
  ["order.created", readOrder()],
  ["order.updated", readOrder()],
  ["order.restored", readOrder(true)],
  ["order.deleted", readRemoved("order.removed")],
  ["customer.created", readCustomer],
  ["customer.updated", readCustomer],
  ["customer.deleted", readRemoved("customer.removed")],
  ["product.created", readProduct()],
  ["product.updated", readProduct()],
  ["product.restored", readProduct(true)],
  ["product.deleted", readRemoved("product.removed")],
  ["subscription.created", readSubscription()],
  ["subscription.updated", readSubscription()],
  ["subscription.switched", readSubscription()],
  ["subscription.restored", readSubscription(true)],
  ["subscription.deleted", readRemoved("subscription.removed")],
]);

export function parse({ topic, body }: Telling): ParseResult {
  const shopError = findShopError(body);
  if (shopError) return shopError;
  if (TOPICS_WITHOUT_USE.test(topic)) return asIgnored("topic_not_used");
  const read = READERS.get(topic);
  return read
    ? read(body)
    : asNeedsAttention(
        "unknown_topic",
        "X-WC-Webhook-Topic: expected a topic of orders, customers, products or subscriptions",
      );
}

function reader<Schema extends z.ZodType>(
  schema: Schema,
  toResult: (value: z.infer<Schema>) => ParseResult,
): Reader {
  return (body) => {
    const result = schema.safeParse(body);
    return result.success ? toResult(result.data) : asUnmappable(describeIssues(result.error));
  };
}
