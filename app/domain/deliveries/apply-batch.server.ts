import type { OrgTransaction } from "~/db/org-transaction";
import { beginValues } from "~/domain/fields/begin-values";
import { AppError } from "~/lib/app-error";
import type { Batch } from "./batch";
import { openDraft } from "./batch-draft";
import { connectionNews } from "./connection-news";
import type { AppliedDelivery } from "./delivery.schema";
import { toAppliedDelivery } from "./delivery-record";
import { loadBatch } from "./load-batch.server";
import { recordDeliveries } from "./record-deliveries";
import { settleCustomers } from "./settle-customers";
import { tellSurvivors } from "./survivors";
import { toToldEvent } from "./told-event";
import { writeBatch } from "./write/write-batch.server";

/**
 * Applies deliveries of one connection: reads all they may meet in one statement,
 * decides in memory, writes in one statement. Erasing people costs two more.
 * Throws when any of it cannot be written; then nothing is.
 */
export async function applyBatch(tx: OrgTransaction, batch: Batch): Promise<AppliedDelivery[]> {
  const { shopId } = batch.connection;
  const told = batch.deliveries.flatMap(({ delivery, events }) =>
    events.map((event) => toToldEvent(event, delivery, shopId)),
  );
  const { state, tombstones, erased, appliedBefore } = await loadBatch(tx, batch, told);
  const { shop } = state;
  if (!shop) throw new AppError("not_found", "errors:notFound");

  // Nobody is refused whom a shop tells of: a required field without a default is asked for on the customer's page.
  const begin = { source: "shop", values: beginValues(state.defaults, {}).values } as const;
  const draft = openDraft({ shopId, shop, state, tombstones, begin, newId: batch.newId });
  if (erased) {
    tellSurvivors(draft, erased.survivors);
    draft.acts.push(...erased.acts);
  }
  const at = batch.now().toISOString();
  const open = batch.deliveries.filter(({ delivery }) => !appliedBefore.has(delivery.id));
  const records = recordDeliveries(draft, open, told);
  settleCustomers(draft, erased?.touched ?? []);
  const connection = connectionNews(batch.connection.id, shop, open);
  await writeBatch(tx, draft, { connection, records, at, isReplay: batch.isReplay, actor: batch.actor });

  const applied = new Map(records.map((record) => [record.delivery.id, toAppliedDelivery(record)]));
  return batch.deliveries.flatMap(({ delivery: { id, seq } }) => {
    const before = appliedBefore.get(id);
    return before ? { ...before, seq, changed: [] } : (applied.get(id) ?? []);
  });
}
