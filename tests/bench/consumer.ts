import { randomUUID } from "node:crypto";
import { SAMBAL } from "~/connectors/fixtures/item";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { BATCH_SIZE, type ReceivedDelivery } from "~/domain/deliveries/delivery.schema";
import { openTestShop, wooReceived } from "../factories/deliveries";
import type { BenchResult } from "./bench-result";
import { copyShops, upsertsOf, writePlainly } from "./consumer/plain-upserts";
import { type BenchDatabase, startBenchDatabase } from "./stage/bench-database";
import { median } from "./statistics";

const ROUNDS = 30;
const WARM_UP = 20;
/** Some buyers of a batch are known, some are new. */
const BUYERS = 2_000;
const ITEMS = [
  SAMBAL,
  { ...SAMBAL, id: 502, productId: 92, sku: "KK-100", name: "Kerepek Ubi 100g", unitMinor: 650 },
];

/** (c) Rows that applied deliveries write, against the same rows as plain upserts in the same database. */
export async function run(): Promise<BenchResult[]> {
  const database = await startBenchDatabase();
  try {
    return await measure(database);
  } finally {
    await database.close();
  }
}

async function measure(database: BenchDatabase): Promise<BenchResult[]> {
  const { owner } = database;
  const shop = await openTestShop(database);
  const twin = randomUUID();
  await owner.query("INSERT INTO organizations (id, slug, name) VALUES ($1, 'twin', 'Twin')", [twin]);
  await copyShops(owner, shop.orgId, twin);
  const client = await owner.connect();
  const rounds: { ours: number; plain: number }[] = [];
  for (let i = 0; i < WARM_UP + ROUNDS; i++) {
    // Else the one session of the plain upserts would keep checking foreign keys as for empty tables.
    if (i === WARM_UP) await owner.query("VACUUM ANALYZE");
    const firstId = 1 + i * BATCH_SIZE;
    const deliveries = Array.from({ length: BATCH_SIZE }, (_, n) => orderDelivery(firstId + n));
    const ours = await time(() => shop.deliver(...deliveries));
    const upserts = await upsertsOf(owner, {
      orderExternalId: String(firstId),
      from: shop.orgId,
      to: twin,
    });
    const plain = await time(() => writePlainly(client, upserts));
    const rows = upserts.reduce((sum, upsert) => sum + upsert.rows, 0);
    if (i >= WARM_UP) rounds.push({ ours: rows / ours, plain: rows / plain });
  }
  client.release();
  return [
    {
      name: "consumer: rows applied, of plain upserts",
      asked: { atLeast: 0.25 },
      measured: median(rounds.map(({ ours }) => ours)),
      baseline: median(rounds.map(({ plain }) => plain)),
      ratio: median(rounds.map(({ ours, plain }) => ours / plain)),
      unit: "rows/s",
    },
  ];
}

function orderDelivery(id: number): ReceivedDelivery {
  const buyer = (id * 7919) % BUYERS;
  const body = wooOrderBody({
    id,
    items: ITEMS,
    buyer: {
      name: `Buyer ${buyer}`,
      email: `buyer${buyer}@example.com`,
      phone: `+6012${String(3_000_000 + buyer)}`,
    },
  });
  return wooReceived(body, { topic: "order.created" });
}

/** Seconds. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
