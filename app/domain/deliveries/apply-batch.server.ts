import type { OrgTransaction } from "~/db/org-transaction";
import type { Batch } from "./batch";
import type { BatchDraft } from "./batch-draft";
import { connectionNews } from "./connection-news";
import type { AppliedDelivery } from "./delivery.schema";
import { toAppliedDelivery } from "./delivery-record";
import { loadBatch } from "./load-batch.server";
import { openBatchDraft } from "./open-batch-draft";
import { recordDeliveries } from "./record-deliveries";
import { settleCustomers } from "./settle-customers";
import { toToldEvent } from "./told-event";
import { writeBatch } from "./write/write-batch.server";
import type { BatchLog } from "./write/write-log";

/** What is to be written of a batch, and what then has become of its deliveries. */
export type DraftedBatch = { draft: BatchDraft; log: BatchLog; applied: AppliedDelivery[] };

/**
 * Applies deliveries of one connection: reads all they may meet in one statement,
 * decides in memory, writes in one statement. Erasing people costs two more.
 * Throws when any of it cannot be written; then nothing is.
 */
export async function applyBatch(tx: OrgTransaction, batch: Batch): Promise<AppliedDelivery[]> {
  const { draft, log, applied } = await draftBatch(tx, batch);
  await writeBatch(tx, draft, log);
  return applied;
}

/** The reading and deciding half of `applyBatch`; of it, only erasing people has written anything. */
export async function draftBatch(tx: OrgTransaction, batch: Batch): Promise<DraftedBatch> {
  const { shopId } = batch.connection;
  const told = batch.deliveries.flatMap(({ delivery, events }) =>
    events.map((event) => toToldEvent(event, delivery, shopId)),
  );
  const loaded = await loadBatch(tx, batch, told);
  const { erased, appliedBefore } = loaded;
  const draft = openBatchDraft(loaded, batch);
  const at = batch.now().toISOString();
  const open = batch.deliveries.filter(({ delivery }) => !appliedBefore.has(delivery.id));
  const records = recordDeliveries(draft, open, told);
  settleCustomers(draft, erased?.touched ?? []);
  const connection = connectionNews(batch.connection.id, draft.shop, open);
  const { isReplay, replayId, tries, actor } = batch;
  const results = new Map(records.map((record) => [record.delivery.id, toAppliedDelivery(record)]));
  const applied = batch.deliveries.flatMap(({ delivery: { id, seq } }) => {
    const before = appliedBefore.get(id);
    return before ? { ...before, seq, changed: [] } : (results.get(id) ?? []);
  });
  return { draft, log: { connection, records, at, isReplay, replayId, tries, actor }, applied };
}
