import type { OrgTransaction } from "~/db/org-transaction";
import type { Batch } from "./batch";
import type { Interpreted } from "./interpret-delivery";
import { loadBatch } from "./load-batch.server";
import { openBatchDraft } from "./open-batch-draft";
import { settleCustomers } from "./settle-customers";
import { tellEvent } from "./tell-event";
import { toToldEvent } from "./told-event";
import { writeBatch } from "./write/write-batch.server";

/** A record that the shop was asked for; `receivedAt` is the moment just before asking. */
export type ReadTelling = {
  delivery: Pick<Interpreted["delivery"], "id" | "receivedAt" | "bodyHash">;
  events: Interpreted["events"];
};

type ReadBatch = Omit<Batch, "deliveries" | "isReplay"> & { read: readonly ReadTelling[] };

/**
 * Applies what a shop answered through the engine of deliveries, so that it does not matter whether a
 * webhook told of it before, after or never. The delivery log and the connection's health stay as they
 * are: nothing was delivered. An order from before its customer went to the trash leaves them there.
 */
export async function applyRead(tx: OrgTransaction, { read, ...given }: ReadBatch): Promise<void> {
  const batch: Batch = { ...given, deliveries: [], isReplay: false };
  const told = read.flatMap(({ delivery, events }) =>
    events.map((event) => toToldEvent(event, delivery, batch.connection.shopId)),
  );
  if (told.length === 0) return;
  const loaded = await loadBatch(tx, batch, told);
  const draft = openBatchDraft(loaded, batch, true);
  for (const event of told) tellEvent(draft, event);
  settleCustomers(draft, loaded.erased?.touched ?? []);
  const { actor, now } = batch;
  const log = { connection: null, records: [], isReplay: false, actor, at: now().toISOString() };
  await writeBatch(tx, draft, log);
}
