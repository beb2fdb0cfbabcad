import { type Stage, setStage } from "../faults/harness/stage";
import type { BenchResult } from "./bench-result";
import "./stage/quiet-runtime";
import { sendAtOnce, type Volley } from "./stage/send";
import { type SignedOrder, signedOrders } from "./stage/signed-orders";
import { percentile } from "./statistics";
import { OrderWatch } from "./visible/watch-orders";

const BURST = 2_000;
const PATIENCE_MS = 120_000;
/** How long an inbox waits for a confirmation in production. */
const RETRY_MS = 10_000;

/** (b) From each delivery's own 2xx to its order in the database: the first after a start, then a burst. */
export async function run(): Promise<BenchResult[]> {
  const stage = await setStage({ retryMs: RETRY_MS });
  try {
    const watch = new OrderWatch(stage.owner, stage.shop.shopId);
    const orders = await signedOrders({ secret: stage.shop.secret, firstId: 1, count: BURST + 1 });
    const first = await deliver(stage, watch, orders.slice(0, 1));
    const burst = await deliver(stage, watch, orders.slice(1));
    return [
      milliseconds("visible: the first order after a start", first.waits, 1),
      milliseconds("visible: p50 from 2xx to row", burst.waits, 0.5),
      { ...milliseconds("visible: p99 from 2xx to row", burst.waits, 0.99), asked: { atMost: 2_000 } },
      count("visible: lost", orders.length - watch.seenAt.size),
      count("visible: doubled", await countDoubled(stage)),
      {
        name: "visible: accepted in the burst",
        asked: null,
        measured: burst.volley.perSecond,
        unit: "/s",
      },
    ];
  } finally {
    await stage.close();
  }
}

async function deliver(
  { shop: { hookUrl } }: Stage,
  watch: OrderWatch,
  orders: readonly SignedOrder[],
): Promise<{ volley: Volley; waits: number[] }> {
  const watching = watch.until(watch.seenAt.size + orders.length, PATIENCE_MS);
  const volley = await sendAtOnce(orders.map((order) => ({ url: hookUrl, ...order })));
  await watching;
  const waits = orders.map(({ externalId }, i) => {
    const seenAt = watch.seenAt.get(externalId) ?? Number.POSITIVE_INFINITY;
    return Math.max(0, seenAt - (volley.answeredAt[i] ?? seenAt));
  });
  return { volley, waits };
}

async function countDoubled({ owner }: Stage): Promise<number> {
  const { rows } = await owner.query<{ doubled: number }>(
    `SELECT (SELECT count(*) - count(DISTINCT external_id) FROM orders)::int
       + (SELECT count(*) - count(DISTINCT dedupe_key) FROM deliveries WHERE outcome = 'applied')::int AS doubled`,
  );
  return rows[0]?.doubled ?? Number.NaN;
}

function milliseconds(name: string, waits: readonly number[], share: number): BenchResult {
  return { name, asked: null, measured: percentile(waits, share), unit: "ms" };
}

function count(name: string, measured: number): BenchResult {
  return { name, asked: { atMost: 0 }, measured, unit: "" };
}
