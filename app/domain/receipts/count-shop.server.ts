import { sql } from "drizzle-orm";
import * as z from "zod";
import { ShopApiError } from "~/connectors/api/shop-api-error";
import type { ReadRecord } from "~/connectors/api/shop-reader";
import { CONNECTORS } from "~/connectors/registry";
import { readRows } from "~/db/read-rows";
import { isAppError } from "~/lib/app-error";
import { localDays } from "~/lib/local-days";
import { instantIn } from "~/lib/local-time";
import { type OpenShop, openShop } from "../backfills/open-shop.server";
import { problemKey, toPeople } from "../backfills/shop-problem.server";
import type { ShopTools } from "../backfills/shop-tools";
import { addDays, compareOrders, type ShopOrder } from "./compare-orders";
import { type Counting, countingSchema } from "./counting.schema";
import { keepGaps, keepReceipts } from "./keep-receipts.server";
import { readOwnOrders } from "./own-orders.server";

/** The receipts go back so many days, today included. */
const RECEIPT_DAYS = 30;
/** What changed since is not held against anybody: its webhook may still come. */
const SETTLED_MINUTES = 20;
const MOST_PAGES = 10;
const HOURS_BETWEEN = 24;

export type CountResult = { isWhole: boolean; problem: string | null };

/**
 * Counts a shop's orders of the last days beside ours, some pages at a time, and lists those that are
 * missing or differ. The receipts are written when all pages have been counted.
 */
export async function countShop(tools: ShopTools, orgId: string, connectionId: string): Promise<CountResult> {
  try {
    const shop = await openShop(tools, orgId, connectionId);
    const isWhole = await countPages(tools, shop);
    await settle(tools, connectionId, { minutes: isWhole ? HOURS_BETWEEN * 60 : 0, problem: null });
    return { isWhole, problem: null };
  } catch (error) {
    if (!(error instanceof ShopApiError) && !isAppError(error)) throw error;
    const problem = error instanceof ShopApiError ? problemKey(error) : error.messageKey;
    await toPeople(tools, orgId, connectionId, error);
    await settle(tools, connectionId, { minutes: 60, problem });
    return { isWhole: false, problem };
  }
}

async function countPages(tools: ShopTools, shop: OpenShop): Promise<boolean> {
  let counting = await readCounting(tools, shop);
  for (let page = 0; page < MOST_PAGES; page++) {
    const next = await countPage(tools, shop, counting);
    if (next === null) return true;
    counting = next;
  }
  return false;
}

async function countPage(tools: ShopTools, shop: OpenShop, counting: Counting): Promise<Counting | null> {
  const { startedAt, place } = counting;
  const settledAt = new Date(Date.parse(startedAt) - SETTLED_MINUTES * 60_000).toISOString();
  const since = firstInstant(startedAt, shop.timeZone);
  const period = { since, until: startedAt };
  const page = await shop.reader.readAll("order", { place, period, isBrief: true });
  const orders = page.records.flatMap((record) => readOrder(shop, record, startedAt));
  const own = await readOwnOrders(tools, shop, orders);
  const { days, gaps } = compareOrders(orders, own, { timeZone: shop.timeZone, settledAt });
  const next = { startedAt, place: page.next, days: addDays(counting.days, days) };
  await keepGaps(tools, shop, { gaps, counting: next });
  if (page.next !== null) return next;
  await keepReceipts(tools, shop, { counting: next, since });
  return null;
}

/** The beginning of the first day that is counted. */
function firstInstant(startedAt: string, timeZone: string): string {
  const [first = ""] = localDays(new Date(startedAt), timeZone, RECEIPT_DAYS);
  return instantIn(timeZone, first) ?? startedAt;
}

function readOrder({ connection }: OpenShop, record: ReadRecord, receivedAt: string): ShopOrder[] {
  const { topic, headers, body } = record;
  const result = CONNECTORS[connection.platform].parse({ topic, headers, body, receivedAt });
  if (result.outcome !== "events") return [];
  return result.events.flatMap((event) =>
    event.kind === "order.state"
      ? {
          order: event.order,
          changedAt: event.sourceTime,
          isOrderedByStatus: event.isOrderedByStatus === true,
        }
      : [],
  );
}

async function readCounting({ db, now }: ShopTools, { connection }: OpenShop): Promise<Counting> {
  const [result] = await db.run([
    db.orm.execute(sql`
      select marks -> 'counting' as counting from shop_polls where connection_id = ${connection.id}::uuid`),
  ]);
  const [row] = readRows(z.object({ counting: countingSchema.nullable().catch(null) }), result);
  return row?.counting ?? { startedAt: now().toISOString(), place: null, days: [] };
}

async function settle(
  { db, now }: ShopTools,
  connectionId: string,
  { minutes, problem }: { minutes: number; problem: string | null },
): Promise<void> {
  const next = new Date(now().getTime() + minutes * 60_000).toISOString();
  await db.run([
    db.orm.execute(sql`
      update shop_polls set next_count_at = ${next}::timestamptz, count_problem = ${problem}
      where connection_id = ${connectionId}::uuid`),
  ]);
}
