import type { OrgTransaction } from "~/db/org-transaction";
import { AppError } from "~/lib/app-error";
import type { TombstoneHasher } from "../customers/tombstones";
import { type BatchDraft, openDraft } from "../deliveries/batch-draft";
import { type BatchKeys, NO_KEYS } from "../deliveries/batch-keys";
import { readKnown } from "../deliveries/load-batch.server";
import type { ToldEvent } from "../deliveries/told-event";

type Place = { shopId: string; hasher: TombstoneHasher; newId: () => string };

/** A draft of what the keys name and of the customers, as deliveries would meet it. */
export async function openRecordDraft(
  tx: OrgTransaction,
  { keys, customerIds }: { keys: Partial<BatchKeys>; customerIds: readonly string[] },
  { shopId, hasher, newId }: Place,
): Promise<BatchDraft> {
  const of = { connection: { shopId }, deliveries: [], hasher };
  const { state, tombstones } = await readKnown(tx, of, { ...NO_KEYS, ...keys }, customerIds);
  const { shop } = state;
  if (!shop) throw new AppError("conflict", "imports:errors.shopGone");
  return openDraft({ shopId, shop, state, tombstones, newId });
}

/** An event as a file tells it: by nobody's delivery, and of nobody, because whom it is about is decided already. */
export function toldByFile<Event extends ToldEvent["event"]>(
  event: Event,
  { at, hash }: { at: string; hash: string },
): ToldEvent & { event: Event } {
  const evidence = { person: null, identities: [], at, stamp: { at, hash }, consents: [] };
  return { event, deliveryId: "", time: at, receivedAt: at, bodyHash: hash, evidence };
}
