import type { OrgTransaction } from "~/db/org-transaction";
import { identitiesOf, keyText } from "~/domain/customers/identity-key";
import type { Batch } from "./batch";
import { type BatchKeys, batchKeys } from "./batch-keys";
import type { BatchState } from "./batch-state";
import { eraseFound, type FoundErased } from "./erase-found.server";
import { findErasures } from "./find-erasures";
import { readBatchState } from "./read-batch-state.server";
import { survivingPeople } from "./survivors";
import type { ToldEvent } from "./told-event";

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
  const { state, tombstones } = await read(tx, batch, keys, []);
  const appliedBefore = new Map(batch.isReplay ? [] : state.applied.map((row) => [row.id, row]));
  const news = told.filter((event) => !appliedBefore.has(event.deliveryId));
  const erasures = findErasures(news, state, tombstones, shopId);
  if (erasures.size === 0) return { state, tombstones, erased: null, appliedBefore };

  const at = batch.now().toISOString();
  const erased = await eraseFound(tx, { erasures, state, hasher: batch.hasher, at });
  const survivors = survivingPeople(erased.survivors).flatMap(({ person, shopId }) =>
    identitiesOf(person, shopId),
  );
  const again: BatchKeys = {
    ...keys,
    identities: [...keys.identities, ...survivors],
    tombstones: [...keys.tombstones, ...survivors.map(keyText)],
  };
  const rest = state.identities.map((identity) => identity.id);
  return { ...(await read(tx, batch, again, rest)), erased, appliedBefore };
}

async function read(tx: OrgTransaction, batch: Batch, keys: BatchKeys, identityIds: string[]) {
  const texts = new Map<string, string>();
  await Promise.all(
    keys.tombstones.map(async (text) => {
      for (const hash of await batch.hasher.hashes(text)) texts.set(hash, text);
    }),
  );
  const received = batch.deliveries.map(({ delivery }) => new Date(delivery.receivedAt).getTime());
  const state = await readBatchState(tx, {
    ...keys,
    shopId: batch.connection.shopId,
    hashes: [...texts.keys()],
    identityIds,
    received: {
      from: new Date(Math.min(...received)).toISOString(),
      to: new Date(Math.max(...received)).toISOString(),
    },
  });
  const tombstones = new Map<string, string>();
  for (const { keyHash, erasedAt } of state.tombstones) {
    const text = texts.get(keyHash);
    if (text !== undefined && (tombstones.get(text) ?? "") < erasedAt) tombstones.set(text, erasedAt);
  }
  return { state, tombstones };
}
