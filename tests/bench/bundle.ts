import { createConnectedShop } from "../factories/connected-shop";
import { createOrder } from "../factories/order-rows";
import { launchBrowser } from "../setup/browser";
import type { BenchResult } from "./bench-result";
import { type PageScripts, visitPage } from "./bundle/page-scripts";
import { workerBytes } from "./bundle/worker-bytes";
import { type BenchSite, startBenchSite } from "./stage/bench-site";

const KILOBYTE = 1000;

/** (f) What is uploaded as the Worker, and the JavaScript of a first visit, compressed. */
export async function run(): Promise<BenchResult[]> {
  const site = await startBenchSite();
  try {
    return [
      kilobytes("bundle: the Worker, gzip", workerBytes(), { atMost: 1000 }),
      ...(await measurePages(site)),
    ];
  } finally {
    await site.close();
  }
}

async function measurePages(site: BenchSite): Promise<BenchResult[]> {
  await createSale(site);
  const browser = await launchBrowser();
  try {
    const logIn = await visitPage(browser, `${site.url}/log-in`);
    const dashboard = await visitPage(browser, `${site.url}/o/${site.member.slug}`, site.member.cookie);
    return [...pageResults("log-in", logIn), ...pageResults("dashboard", dashboard)];
  } finally {
    await browser.close();
  }
}

/** Without one the dashboard shows first steps instead of its chart. */
async function createSale({ database, member: { orgId } }: BenchSite): Promise<void> {
  const run = (statement: string, values: unknown[]) => database.owner.query(statement, values);
  const { shopId } = await createConnectedShop(run, { orgId });
  await createOrder(database, orgId, { shopId, placedAt: new Date().toISOString() });
}

function pageResults(page: string, { needed, loaded }: PageScripts): BenchResult[] {
  return [
    kilobytes(`bundle: ${page}, JavaScript that it needs, gzip`, needed, { atMost: 150 }),
    kilobytes(`bundle: ${page}, JavaScript with what comes later, gzip`, loaded, null),
  ];
}

function kilobytes(name: string, bytes: number, asked: BenchResult["asked"]): BenchResult {
  return { name, asked, measured: bytes / KILOBYTE, unit: "kB" };
}
