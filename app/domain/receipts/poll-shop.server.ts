import { sql } from "drizzle-orm";
import * as z from "zod";
import { ShopApiError } from "~/connectors/api/shop-api-error";
import type { Place, RecordKind } from "~/connectors/api/shop-reader";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { isAppError } from "~/lib/app-error";
import { applyPage } from "../backfills/apply-page.server";
import { type OpenShop, openShop } from "../backfills/open-shop.server";
import { placeSchema } from "../backfills/place.schema";
import { problemKey, toPeople } from "../backfills/shop-problem.server";
import type { ShopTools } from "../backfills/shop-tools";
import { jobDoorOf } from "../connections/credentials/credentials-door";
import { markCredentialsUsed } from "../connections/credentials/mark-credentials.server";

const POLL_MINUTES = 10;
/** Pages of one kind at one asking: what is left comes with the next. */
const MOST_PAGES = 5;
/** The first asking looks back so far; what is older is a backfill's. */
const FIRST_HOURS = 24;
/** A shop that gives no answer is asked more rarely, up to this. */
const LONGEST_PAUSE_MINUTES = 360;
/** Unpaid orders are looked at again for so long. */
const WATCHED_DAYS = 14;
const MOST_WATCHED = 50;

export type PollResult = { records: number; problem: string | null };

/**
 * Asks a connected shop for what changed since it was last asked, and applies it: what a webhook lost is
 * here within minutes. A shop that gives no answer is asked again later, and its connection says why.
 */
export async function pollShop(tools: ShopTools, orgId: string, connectionId: string): Promise<PollResult> {
  try {
    const shop = await openShop(tools, orgId, connectionId);
    const { records, isWhole } = await pollKinds(tools, shop);
    await settle(tools, connectionId, isWhole ? POLL_MINUTES : 0);
    await markCredentialsUsed(jobDoorOf(tools, orgId), connectionId);
    return { records, problem: null };
  } catch (error) {
    if (!(error instanceof ShopApiError) && !isAppError(error)) throw error;
    const problem = error instanceof ShopApiError ? problemKey(error) : error.messageKey;
    await toPeople(tools, orgId, connectionId, error);
    await settleFailed(tools, connectionId, { problem, seconds: retryAfter(error) });
    return { records: 0, problem };
  }
}

function retryAfter(error: unknown): number {
  return error instanceof ShopApiError ? (error.retryAfterSeconds ?? 0) : 0;
}

async function pollKinds(tools: ShopTools, shop: OpenShop): Promise<{ records: number; isWhole: boolean }> {
  const state = await readState(tools, shop);
  let records = 0;
  let isWhole = true;
  for (const kind of shop.reader.polledKinds) {
    const read = await pollKind(tools, shop, { kind, state });
    records += read.records;
    isWhole &&= read.isWhole;
  }
  return { records, isWhole };
}

type State = { marks: Record<string, unknown>; watched: string[] };

async function pollKind(
  tools: ShopTools,
  shop: OpenShop,
  { kind, state }: { kind: RecordKind; state: State },
): Promise<{ records: number; isWhole: boolean }> {
  const since = new Date(tools.now().getTime() - FIRST_HOURS * 3_600_000).toISOString();
  let mark: Place | null = placeSchema
    .nullable()
    .catch(null)
    .parse(state.marks[kind] ?? null);
  let records = 0;
  for (let page = 0; page < MOST_PAGES; page++) {
    const askedAt = tools.now().toISOString();
    const read = await shop.reader.readChanged(kind, { mark, since, watched: state.watched });
    const along = (tx: OrgTransaction) => keepMark(tx, shop.connection.id, { [kind]: read.mark });
    await applyPage(tools, shop, { records: read.records, askedAt, job: "shop_poll", along });
    records += read.records.length;
    mark = read.mark;
    if (read.isWhole) return { records, isWhole: true };
  }
  return { records, isWhole: false };
}

/** How far a kind has come is kept with what was applied, so that nothing is passed over. */
async function keepMark(
  tx: OrgTransaction,
  connectionId: string,
  marks: Record<string, Place>,
): Promise<void> {
  await tx.execute(sql`
    update shop_polls set marks = marks || ${JSON.stringify(marks)}::jsonb
    where connection_id = ${connectionId}::uuid`);
}

const stateRow = z.object({ marks: z.record(z.string(), z.unknown()), watched: z.array(z.string()) });

async function readState({ db, now }: ShopTools, { connection }: OpenShop): Promise<State> {
  const from = new Date(now().getTime() - WATCHED_DAYS * 86_400_000).toISOString();
  const [result] = await db.run([
    db.orm.execute(sql`
      select marks, coalesce((
          select json_agg(w.external_id) from (
            select o.external_id from orders o
            where o.shop_id = ${connection.shopId}::uuid and o.removed_at is null
              and o.placed_at >= ${from}::timestamptz
              and (o.status in ('pending', 'on_hold') or o.updated_at >= p.polled_at - interval '1 hour')
            order by o.updated_at desc limit ${MOST_WATCHED}) w), '[]') as watched
      from shop_polls p where connection_id = ${connection.id}::uuid`),
  ]);
  const [row] = readRows(stateRow, result);
  return row ?? { marks: {}, watched: [] };
}

async function settle({ db, now }: ShopTools, connectionId: string, minutes: number): Promise<void> {
  const at = now();
  const next = new Date(at.getTime() + minutes * 60_000).toISOString();
  await db.run([
    db.orm.execute(sql`
      update shop_polls set polled_at = ${at.toISOString()}::timestamptz, poll_failures = 0, poll_problem = null,
        next_poll_at = ${next}::timestamptz
      where connection_id = ${connectionId}::uuid`),
  ]);
}

async function settleFailed(
  { db, now }: ShopTools,
  connectionId: string,
  { problem, seconds }: { problem: string; seconds: number },
): Promise<void> {
  await db.run([
    db.orm.execute(sql`
      update shop_polls set poll_failures = poll_failures + 1, poll_problem = ${problem},
        next_poll_at = ${now().toISOString()}::timestamptz + greatest(make_interval(secs => ${seconds}),
          make_interval(mins => least(${LONGEST_PAUSE_MINUTES}, ${POLL_MINUTES} * 2 ^ least(poll_failures, 6))::int))
      where connection_id = ${connectionId}::uuid`),
  ]);
}
