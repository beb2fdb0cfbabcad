import { join } from "node:path";
import type { BenchResult } from "./bench-result";
import { connectInbox } from "./receive/connected-inbox";
import { type BenchWorker, startBenchWorker } from "./stage/bench-worker";
import { type Shot, sendAtOnce, sendPaced } from "./stage/send";
import { signedOrders } from "./stage/signed-orders";
import { median, percentile } from "./statistics";

const ROUNDS = 12;
const PER_ROUND = 400;
const PACED_SECONDS = 8;

/** (a) Verified, deduplicated and on disk, against an address that only verifies, in the same Worker. */
export async function run(): Promise<BenchResult[]> {
  const worker = await startBenchWorker({
    entrypoint: join(import.meta.dirname, "receive/worker.ts"),
    variables: { APP_URL: "http://localhost", DATABASE_URL: "postgresql://nobody@localhost/nothing" },
  });
  try {
    return await measure(worker);
  } finally {
    await worker.stop();
  }
}

async function measure({ url }: BenchWorker): Promise<BenchResult[]> {
  const { hookUrl, secret } = await connectInbox(url);
  const verifyUrl = `${url}/verify-only/${secret}`;
  let firstId = 1;
  const newOrders = async (count: number) => {
    const orders = await signedOrders({ secret, firstId, count });
    firstId += count;
    return orders.map((order) => aim(order, hookUrl));
  };
  const again = (await newOrders(PER_ROUND)).map((shot) => aim(shot, verifyUrl));
  const rounds: { hook: number; verify: number }[] = [];
  // The first round warms up and does not count.
  for (let i = 0; i <= ROUNDS; i++) {
    const orders = await newOrders(PER_ROUND);
    const { perSecond: verify } = await sendAtOnce(again);
    const { perSecond: hook } = await sendAtOnce(orders);
    if (i > 0) rounds.push({ hook, verify });
  }
  const hooks = median(rounds.map(({ hook }) => hook));
  const half = hooks / 2;
  const paced = await sendPaced(await newOrders(Math.round(half * PACED_SECONDS)), half);
  return [
    {
      name: "receive: webhooks stored, of those only verified",
      asked: { atLeast: 0.4 },
      measured: hooks,
      baseline: median(rounds.map(({ verify }) => verify)),
      ratio: median(rounds.map(({ hook, verify }) => hook / verify)),
      unit: "/s",
    },
    {
      name: "receive: p50 at half load",
      asked: null,
      measured: percentile(paced.latencies, 0.5),
      unit: "ms",
    },
    {
      name: "receive: p99 at half load",
      asked: { atMost: 50 },
      measured: percentile(paced.latencies, 0.99),
      unit: "ms",
    },
  ];
}

function aim({ headers, body }: Omit<Shot, "url">, url: string): Shot {
  return { url, headers, body };
}
