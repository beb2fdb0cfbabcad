import { createHash } from "node:crypto";
import { wooDelivery } from "~/connectors/woocommerce/fixtures/delivery";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { identify } from "~/connectors/woocommerce/identify";
import type { Random } from "./random";

/** One request that the shop makes. Repetitions share `key` and every byte. */
export type Hook = {
  /** The inbox's dedupe key. */
  key: string;
  order: number;
  /** The order's status once this is the newest that is known. */
  status: "pending" | "paid";
  headers: Record<string, string>;
  body: string;
};

const ORDERS_PER_BUYER = 4;

/**
 * Signed deliveries in any order: half of them create an order that waits for
 * its payment, half tell that it was paid. `duplicateShare` of them are
 * repetitions.
 */
export async function makeTraffic(input: {
  random: Random;
  count: number;
  duplicateShare: number;
  secret: string;
}): Promise<Hook[]> {
  const unique = Math.round(input.count * (1 - input.duplicateShare));
  const hooks = await Promise.all(Array.from({ length: unique }, (_, i) => makeHook(i, input.secret)));
  const repeated = Array.from({ length: input.count - unique }, () => hooks[input.random.below(unique)]);
  return input.random.shuffle([...hooks, ...repeated.filter((hook) => hook !== undefined)]);
}

async function makeHook(index: number, secret: string): Promise<Hook> {
  const order = 1 + (index >> 1);
  const isPaid = index % 2 === 1;
  const buyer = Math.floor(order / ORDERS_PER_BUYER);
  const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 0, n)).toISOString();
  const body = wooOrderBody({
    id: order,
    status: isPaid ? "processing" : "pending",
    createdAt: minute(order),
    modifiedAt: minute(order + (isPaid ? 5 : 0)),
    buyer: {
      name: `Buyer ${buyer}`,
      email: `buyer${buyer}@example.com`,
      phone: `+6012${String(3_000_000 + buyer)}`,
    },
  });
  const topic = isPaid ? "order.updated" : "order.created";
  const delivery = await wooDelivery({ topic, secret, body });
  const bodyHash = createHash("sha256").update(delivery.body).digest("hex");
  const { dedupeKey } = identify({ headers: delivery.headers, body, bodyHash });
  return { key: dedupeKey, order, status: isPaid ? "paid" : "pending", ...delivery };
}
