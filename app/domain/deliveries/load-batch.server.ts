import type { OrgTransaction } from "~/db/org-transaction";
import { identitiesOf, keyText } from "~/domain/customers/identity-key";
import type { Batch } from "./batch";
import { type BatchKeys, batchKeys } from "./batch-keys";
import type { BatchState } from "./batch-state";
import { eraseFound, type FoundErased } from "./erase-found.server";
import { findErasures } from "./find-erasures";
import { readBatchState } from "./read-batch-state.server";
import type { Survivors } from "./survivors";
import type { ToldEvent } from "./told-event";

const EPOCH = new Date(0).toISOString();

export type LoadedBatch = {
  state: BatchState;
  /** Until when evidence of a key text is erased. */
  tombstones: Map<string, string>;
  /** What the batch erased; null when nothing. */
  erased: FoundErased | null;
  /** Deliveries that an earlier run recorded, by id. */
  appliedBefore: Map<string, BatchState["applied"][number]>;
};

/**
 * Reads what a batch may meet. If the batch erases people it does so at once and
 * reads again, so that everything after sees the database without them.
 */
export async function loadBatch(tx: OrgTransaction, batch: Batch, told: ToldEvent[]): Promise<LoadedBatch> {
  const { shopId } = batch.connection;
  const deliveries = batch.deliveries.map(({ delivery }) => delivery);
  const keys = batchKeys(deliveries, told, shopId);
  const { state, tombstones } = await readKnown(tx, batch, keys, []);
  const appliedBefore = new Map(batch.isReplay ? [] : state.applied.map((row) => [row.id, row]));
  const news = told.filter((event) => !appliedBefore.has(event.deliveryId));
  const erasures = findErasures(news, state, tombstones, shopId);
  if (erasures.size === 0) return { state, tombstones, erased: null, appliedBefore };

  const isAsked = news.some(({ event }) => event.kind === "privacy.customer_erased");
  const erased = await eraseFound(tx, batch, { erasures, isAsked, state });
  const again = survivingKeys(keys, erased.survivors);
  return { ...(await readKnown(tx, batch, again, erased.touched)), erased, appliedBefore };
}

/** The keys with those that the survivors of an erasure tell of. */
export function survivingKeys(keys: BatchKeys, survivors: Survivors): BatchKeys {
  const named = [...survivors.orders, ...survivors.subscriptions].flatMap(({ contact, shopId }) =>
    identitiesOf(contact?.person ?? null, shopId),
  );
  const all = [...named, ...survivors.edges.flatMap(({ from, to }) => [from, to]), ...survivors.identities];
  return {
    ...keys,
    identities: [...keys.identities, ...all],
    tombstones: [...keys.tombstones, ...all.map(keyText)],
  };
}

/** What the database holds of the keys and of the given customers, tombstones by key text. */
export async function readKnown(
  tx: OrgTransaction,
  {
    connection,
    deliveries,
    hasher,
  }: Pick<Batch, "deliveries" | "hasher"> & { connection: Pick<Batch["connection"], "shopId"> },
  keys: BatchKeys,
  customerIds: readonly string[],
): Promise<{ state: BatchState; tombstones: Map<string, string> }> {
  const texts = new Map<string, string>();
  await Promise.all(
    keys.tombstones.map(async (text) => {
      for (const hash of await hasher.hashes(text)) texts.set(hash, text);
    }),
  );
  const state = await readBatchState(tx, {
    ...keys,
    shopId: connection.shopId,
    hashes: [...texts.keys()],
    customerIds,
    received: boundsOf(deliveries.map(({ delivery }) => new Date(delivery.receivedAt))),
  });
  const tombstones = new Map<string, string>();
  for (const { keyHash, erasedAt } of state.tombstones) {
    const text = texts.get(keyHash);
    if (text !== undefined && (tombstones.get(text) ?? "") < erasedAt) tombstones.set(text, erasedAt);
  }
  return { state, tombstones };
}

function boundsOf(times: readonly Date[]): { from: string; to: string } {
  const sorted = times.map((time) => time.toISOString()).sort();
  const [from = EPOCH, to = EPOCH] = [sorted[0], sorted.at(-1)];
  return { from, to };
}
