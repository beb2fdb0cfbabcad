import { CONNECTORS } from "~/connectors/registry";
import { readDelivery } from "../../../workers/durable-objects/inbox/read-delivery";
import { HOOK_OF, type PlatformUnderFire } from "./platform-hooks";
import type { Random } from "./random";

/** Where a shop sends its webhooks, and with which secret. */
export type Target = { connectionId: string; platform: PlatformUnderFire; secret: string; hookUrl: string };

/** One request that a shop makes. Repetitions share `key` and every byte. */
export type Hook = {
  /** The connection and its inbox's dedupe key. */
  key: string;
  connectionId: string;
  order: number;
  /** The order's status once this is the newest that is known. */
  status: "pending" | "paid";
  url: string;
  headers: Record<string, string>;
  body: string;
};

const ORDERS_PER_BUYER = 4;

/**
 * Signed deliveries in any order: half of them create an order that waits for
 * its payment, half tell that it was paid. `duplicateShare` of them are
 * repetitions. Different shops have orders of the same numbers.
 */
export async function makeTraffic(input: {
  random: Random;
  count: number;
  duplicateShare: number;
  targets: readonly Target[];
  /** How many different ones were made before. */
  from?: number;
}): Promise<Hook[]> {
  const { random, count, targets, from = 0 } = input;
  const unique = Math.round(count * (1 - input.duplicateShare));
  const hooks = await Promise.all(
    Array.from({ length: unique }, (_, i) => {
      const target = targets[(from + i) % targets.length];
      if (!target) throw new Error("there is nowhere to send to");
      return makeHook(Math.floor((from + i) / targets.length), target);
    }),
  );
  const repeated = Array.from({ length: count - unique }, () => hooks[random.below(unique)]);
  return random.shuffle([...hooks, ...repeated.filter((hook) => hook !== undefined)]);
}

/** The delivery that a shop makes as its `index`th: two for each order, the second says that it was paid. */
export async function makeHook(index: number, target: Target): Promise<Hook> {
  const { connectionId, platform, secret } = target;
  const order = 1 + (index >> 1);
  const isPaid = index % 2 === 1;
  const buyer = Math.floor(order / ORDERS_PER_BUYER);
  const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 0, n)).toISOString();
  const { address, headers, body } = await HOOK_OF[platform]({
    order,
    isPaid,
    buyer: {
      id: 1 + buyer,
      name: `Buyer ${buyer}`,
      email: `buyer${buyer}@example.com`,
      phone: `+6012${String(3_000_000 + buyer)}`,
    },
    createdAt: minute(order),
    modifiedAt: minute(order + (isPaid ? 5 : 0)),
    secret,
    domain: `kedai-${connectionId.slice(0, 8)}.example.com`,
  });
  const { dedupeKey } = await readDelivery({
    ...{ connector: CONNECTORS[platform], headers, address, id: "", now: 0 },
    rawBody: new TextEncoder().encode(body).buffer,
  });
  const url = [target.hookUrl, ...address].join("/");
  const status = isPaid ? "paid" : "pending";
  return { key: `${connectionId}/${dedupeKey}`, connectionId, order, status, url, headers, body };
}
