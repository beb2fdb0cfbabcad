import { createCustomer } from "../factories/customer-rows";
import type { BenchResult } from "./bench-result";
import { type BenchSite, startBenchSite } from "./stage/bench-site";
import { median, percentile } from "./statistics";

const ROWS = 50;
const WARM_UP = 30;
const REQUESTS = 300;

/** (e) The list of customers, rendered in workerd, one request after the other, beside an address that only asks the database. */
export async function run(): Promise<BenchResult[]> {
  const site = await startBenchSite();
  try {
    return await measure(site);
  } finally {
    await site.close();
  }
}

async function measure({ database, member, ask }: BenchSite): Promise<BenchResult[]> {
  for (let i = 0; i < ROWS; i++) {
    const phone = `+6012${3_000_000 + i}`;
    const spend = { MYR: 1_000 * i };
    await createCustomer(database, member.orgId, { name: `Buyer ${i}`, phone, spend, ordersCount: 1 });
  }
  const list = () => timed(ask(`/o/${member.slug}/customers`));
  const health = () => timed(ask("/healthz"));
  const rounds: { page: number; health: number }[] = [];
  for (let i = 0; i < WARM_UP + REQUESTS; i++) {
    const round = { page: await list(), health: await health() };
    if (i >= WARM_UP) rounds.push(round);
  }
  const pages = rounds.map(({ page }) => page);
  return [
    {
      name: "ssr: customers, p50, against /healthz",
      asked: null,
      measured: median(pages),
      baseline: median(rounds.map(({ health }) => health)),
      ratio: median(rounds.map(({ page, health }) => page / health)),
      unit: "ms",
    },
    { name: "ssr: customers, p99", asked: null, measured: percentile(pages, 0.99), unit: "ms" },
  ];
}

/** Milliseconds until the whole answer is here. */
async function timed(asked: Promise<Response>): Promise<number> {
  const startedAt = performance.now();
  const answer = await asked;
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${answer.url} answered ${answer.status}`);
  return performance.now() - startedAt;
}
