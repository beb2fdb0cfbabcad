import { join } from "node:path";
import type { Asked, BenchResult } from "./bench-result";
import { connectInbox } from "./receive/connected-inbox";
import { type BenchWorker, startBenchWorker } from "./stage/bench-worker";
import { type Shot, sendAtOnce, sendPaced } from "./stage/send";
import { signedOrders } from "./stage/signed-orders";
import { median, percentile } from "./statistics";

const SUSTAINED = 2_500;
const ROUNDS = 12;
const PER_ROUND = 400;
const WINDOWS = 5;
const WINDOW_SECONDS = 5;
const SETTLE_SECONDS = 3;

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
  const verifyUrl = `${url}/hooks/verify-only/${secret}`;
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
  // Over seconds the same runtime hands on what it stored, too: half of that is half load.
  const { perSecond: sustained } = await sendAtOnce(await newOrders(SUSTAINED));
  const half = sustained / 2;
  // What that left behind (hand-ons, garbage) is no part of half load.
  await sendPaced(await newOrders(Math.round(half * SETTLE_SECONDS)), half);
  await sendPaced(await newOrders(Math.round(half * SETTLE_SECONDS)), half);
  const windows: { hook: number[]; verify: number[] }[] = [];
  for (let i = 0; i < WINDOWS; i++) {
    const orders = await newOrders(Math.round(half * WINDOW_SECONDS));
    const { latencies: verify } = await sendPaced(
      orders.map((shot) => aim(shot, verifyUrl)),
      half,
    );
    const { latencies: hook } = await sendPaced(orders, half);
    windows.push({ hook, verify });
  }
  return [
    throughput(rounds),
    { name: "receive: lastingly, while handing on", asked: null, measured: sustained, unit: "/s" },
    latency(windows, 0.5, null),
    latency(windows, 0.99, { atMost: 50 }),
  ];
}

function throughput(rounds: readonly { hook: number; verify: number }[]): BenchResult {
  return {
    name: "receive: webhooks stored, of those only verified",
    asked: { atLeast: 0.4 },
    measured: median(rounds.map(({ hook }) => hook)),
    baseline: median(rounds.map(({ verify }) => verify)),
    ratio: median(rounds.map(({ hook, verify }) => hook / verify)),
    unit: "/s",
  };
}

/** The baseline tells how much of a latency is the runtime's own. */
function latency(
  windows: readonly { hook: number[]; verify: number[] }[],
  share: number,
  asked: Asked,
): BenchResult {
  return {
    name: `receive: p${share * 100} at half load`,
    asked,
    measured: median(windows.map(({ hook }) => percentile(hook, share))),
    baseline: median(windows.map(({ verify }) => percentile(verify, share))),
    unit: "ms",
  };
}

function aim({ headers, body }: Omit<Shot, "url">, url: string): Shot {
  return { url, headers, body };
}
