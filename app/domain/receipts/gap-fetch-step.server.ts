import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { applyPage } from "../backfills/apply-page.server";
import { openShop } from "../backfills/open-shop.server";
import { patienceFor, toPeople } from "../backfills/shop-problem.server";
import type { JobStep } from "../jobs/job-step";

const PAGE = 25;

const gapFetchParameters = z.object({ connectionId: z.uuid(), count: z.number() });
const cursorSchema = z.object({ after: z.string(), waits: z.number() });

/** Fetches the next orders that the receipts miss here, applies them and takes them off the list. */
export const gapFetchStep: JobStep = async (tools, job) => {
  const { connectionId, count } = gapFetchParameters.parse(job.parameters);
  const shop = await openShop(tools, job.orgId, connectionId);
  const { after, waits } = job.cursor ? cursorSchema.parse(job.cursor) : { after: "", waits: 0 };
  const ids = await nextGaps(tools.db, connectionId, after);
  const last = ids.at(-1);
  if (last === undefined) {
    await countSoon(tools.db, connectionId);
    const ended = { fetched: job.done, unread: job.failed };
    return {
      isDone: true,
      result: ended,
      expiresAt: null,
      done: job.done,
      total: job.done,
      failed: job.failed,
    };
  }
  try {
    const askedAt = tools.now().toISOString();
    const records = await shop.reader.readOrders(ids);
    const along = (tx: OrgTransaction) => dropGaps(tx, connectionId, ids);
    const { unread } = await applyPage(tools, shop, { records, askedAt, job: "gap_fetch", along });
    const done = job.done + ids.length;
    const total = Math.max(count, done);
    return { isDone: false, cursor: { after: last, waits: 0 }, done, total, failed: job.failed + unread };
  } catch (error) {
    const waitSeconds = patienceFor(error, waits);
    if (waitSeconds === null) throw await toPeople(tools, job.orgId, connectionId, error);
    const { done, total, failed } = job;
    return { isDone: false, cursor: { after, waits: waits + 1 }, done, total, failed, waitSeconds };
  }
};

type Db = Parameters<JobStep>[0]["db"];

async function nextGaps(db: Db, connectionId: string, after: string): Promise<string[]> {
  const [result] = await db.run([
    db.orm.execute(sql`
      select external_id as id from receipt_gaps
      where connection_id = ${connectionId}::uuid and external_id > ${after}
      order by external_id limit ${PAGE}`),
  ]);
  return readRows(z.object({ id: z.string() }), result).map(({ id }) => id);
}

/** Also those that the shop has no more: there is nothing left to fetch of them. */
async function dropGaps(tx: OrgTransaction, connectionId: string, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    delete from receipt_gaps
    where connection_id = ${connectionId}::uuid and external_id = any(${sql.param([...ids])}::text[])`);
}

/** The receipts show the new state without waiting for the night. */
async function countSoon(db: Db, connectionId: string): Promise<void> {
  await db.run([
    db.orm.execute(
      sql`update shop_polls set next_count_at = now() where connection_id = ${connectionId}::uuid`,
    ),
  ]);
}
