import type { CanonicalEvent } from "~/connectors/canonical";
import { type IdentityKey, identitiesOf, keyText } from "~/domain/customers/identity-key";
import type { ReceivedDelivery } from "./delivery.schema";
import { fileIdsOf } from "./file-records";
import type { ToldEvent } from "./told-event";
import { orderTombstone, shopTombstone, subjectTombstone } from "./tombstone-texts";

/** Everything stored that a batch may meet. */
export type BatchKeys = {
  deliveryIds: string[];
  /** External ids of orders: told, removed, refunded or to be erased. */
  orders: string[];
  products: string[];
  subscriptions: string[];
  /** External ids of checkouts: told, removed or completed by an order. */
  checkouts: string[];
  /** External ids of removed accounts. */
  accounts: string[];
  identities: IdentityKey[];
  /** Key texts whose tombstones matter. */
  tombstones: string[];
};

/** Nothing stored. */
export const NO_KEYS: BatchKeys = {
  ...{ deliveryIds: [], orders: [], products: [], subscriptions: [], checkouts: [], accounts: [] },
  ...{ identities: [], tombstones: [] },
};

export function batchKeys(
  deliveries: readonly ReceivedDelivery[],
  told: readonly ToldEvent[],
  shopId: string,
): BatchKeys {
  const events = told.map(({ event }) => event);
  const identities = new Map<string, IdentityKey>();
  for (const { event, evidence } of told) {
    const named = "orderExternalIds" in event ? identitiesOf(event.person, shopId) : [];
    for (const key of [...evidence.identities, ...named]) identities.set(keyText(key), key);
  }
  const left = events.flatMap((event) => (event.kind === "checkout.state" ? [event.checkout] : []));
  const leavers = left.flatMap(({ person }) => identitiesOf(person, shopId));
  for (const key of leavers) identities.set(keyText(key), key);
  const orders = unique(events.flatMap(ordersOf));
  const fileOrders = events.flatMap(fileOrdersOf);
  return {
    deliveryIds: deliveries.map(({ id }) => id),
    orders: unique([...orders, ...fileOrders]),
    products: unique(events.flatMap(productsOf)),
    subscriptions: unique(events.flatMap(subscriptionsOf)),
    checkouts: unique(events.flatMap(checkoutsOf)),
    accounts: unique(events.flatMap((one) => (one.kind === "customer.removed" ? one.externalId : []))),
    identities: [...identities.values()],
    tombstones: unique([
      shopTombstone(shopId),
      ...identities.keys(),
      ...orders.map((order) => orderTombstone(shopId, order)),
      ...deliveries.flatMap(({ subject }) => subjectTombstone(shopId, subject) ?? []),
    ]),
  };
}

function ordersOf(event: CanonicalEvent): string[] {
  if (event.kind === "order.state") return [event.order.externalId];
  if (event.kind === "order.removed") return [event.externalId];
  if (event.kind === "refund.recorded") return [event.refund.orderExternalId];
  return "orderExternalIds" in event ? event.orderExternalIds : [];
}

function productsOf(event: CanonicalEvent): string[] {
  if (event.kind === "product.state") {
    const { externalId, sku } = event.product;
    return [externalId, ...fileIdsOf(externalId, sku)];
  }
  return event.kind === "product.removed" ? [event.externalId] : [];
}

function subscriptionsOf(event: CanonicalEvent): string[] {
  if (event.kind === "subscription.state") return [event.subscription.externalId];
  return event.kind === "subscription.removed" ? [event.externalId] : [];
}

function checkoutsOf(event: CanonicalEvent): string[] {
  if (event.kind === "checkout.state") return [event.checkout.externalId];
  if (event.kind === "order.state") return [event.order.checkoutExternalId ?? []].flat();
  return event.kind === "checkout.removed" ? [event.externalId] : [];
}

/** Where a file may have told of the order before its shop did. */
function fileOrdersOf(event: CanonicalEvent): string[] {
  return event.kind === "order.state" ? fileIdsOf(event.order.externalId, event.order.number) : [];
}

function unique(texts: string[]): string[] {
  return [...new Set(texts)];
}
