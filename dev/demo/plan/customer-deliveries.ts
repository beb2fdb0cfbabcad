import { shopifyCustomerBody } from "../../../app/connectors/shopify/fixtures/customer-body";
import { wooCustomerBody } from "../../../app/connectors/woocommerce/fixtures/customer-body";
import { consentsOf, leaveDeliveries } from "./consents";
import type { PlannedDelivery, PlannedOrder } from "./planned";

const SECOND_MS = 1000;

/** What the shops tell of accounts: that they were made with the first order, and who left the newsletter. */
export function customerDeliveries(orders: readonly PlannedOrder[]): PlannedDelivery[] {
  const known = new Set<number>();
  return orders.flatMap((order) => {
    const { accountId, buyer, platform } = order;
    const [placed] = order.steps;
    if (accountId === 0 || !buyer || !placed || known.has(accountId)) return [];
    known.add(accountId);
    const account = { id: accountId, buyer, createdAt: placed.at.toISOString() };
    if (platform === "woocommerce") {
      return [created(platform, "customer.created", accountId, wooCustomerBody(account), placed.at)];
    }
    const body = shopifyCustomerBody({ ...account, ...consentsOf(accountId, placed.at)(placed.at) });
    const joined = created(platform, "customers/create", accountId, body, placed.at);
    return [joined, ...leaveDeliveries(accountId, buyer.email, placed.at)];
  });
}

function created(
  platform: PlannedDelivery["platform"],
  topic: string,
  accountId: number,
  body: unknown,
  at: Date,
): PlannedDelivery {
  const receivedAt = new Date(at.getTime() + SECOND_MS / 2);
  return { platform, topic, body, receivedAt, name: `${topic}-${accountId}` };
}
