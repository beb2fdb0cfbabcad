import { setTimeout as sleep } from "node:timers/promises";
import { OrderWatch } from "../../bench/visible/watch-orders";
import { type Ledger, sendAll } from "../harness/send";
import type { Stage } from "../harness/stage";
import { type Hook, makeHook } from "../harness/traffic";

const EVERY_MS = 250;
const PATIENCE_MS = 600_000;

/**
 * A shop that sends one new order every quarter of a second until `isOver`, at
 * least `atLeast` of them. Answers the milliseconds from each request to its
 * visible row. Deliveries count from `from` on, so that two phases share no order.
 */
export async function measureQuietShop(
  { owner, shop }: Stage,
  input: { from: number; atLeast: number; ledger: Ledger; isOver: () => boolean },
): Promise<{ sent: Hook[]; waits: number[] }> {
  const watch = new OrderWatch(owner, shop.shopId);
  const sentAt = new Map<string, number>();
  const sent: Hook[] = [];
  const sending: Promise<void>[] = [];
  // What an earlier phase left is known before the first is sent.
  const known = await countOrders(owner, shop.shopId);
  await watch.until(known, PATIENCE_MS);
  const total = { orders: Number.POSITIVE_INFINITY };
  const watching = watchUntil(watch, () => total.orders);
  for (let i = 0; i < input.atLeast || !input.isOver(); i++) {
    const hook = await makeHook(2 * (input.from + i), shop);
    sentAt.set(String(hook.order), Date.now());
    sent.push(hook);
    sending.push(sendAll([hook], input.ledger));
    await sleep(EVERY_MS);
  }
  await Promise.all(sending);
  total.orders = known + sent.length;
  await watching;
  const waits = [...sentAt].map(([id, at]) => (watch.seenAt.get(id) ?? Number.POSITIVE_INFINITY) - at);
  return { sent, waits };
}

async function countOrders(owner: Stage["owner"], shopId: string): Promise<number> {
  const { rows } = await owner.query("SELECT count(*)::int AS count FROM orders WHERE shop_id = $1", [
    shopId,
  ]);
  return Number(rows[0]?.count);
}

/** Looks on while the number that is asked for is not known yet. */
async function watchUntil(watch: OrderWatch, wanted: () => number): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (watch.seenAt.size < wanted() && Date.now() < giveUpAt) {
    await watch.until(watch.seenAt.size + 1, EVERY_MS);
  }
}
