import type { OrgTransaction } from "~/db/org-transaction";
import type { Act } from "~/domain/audit/audit-row";
import { keyText, readKeyText } from "~/domain/customers/identity-key";
import type { TombstoneHasher } from "~/domain/customers/tombstones";
import type { Batch } from "./batch";
import type { BatchState } from "./batch-state";
import { discardFiles, eraseCopies } from "./erase-copies.server";
import { type ErasedPeople, erasePeople, type PeopleToErase } from "./erase-people.server";
import type { Erasures } from "./find-erasures";
import { registerErasure } from "./register-erasure.server";
import { readOrderTombstone } from "./tombstone-texts";

export type FoundErased = ErasedPeople & { acts: Act[] };

type Found = {
  erasures: Erasures;
  /** Whether a request of the shop asked for it, and not only evidence about somebody erased. */
  isAsked: boolean;
  state: BatchState;
};

/** Erases what was found in a batch's state; register and audit log say so without naming anyone. */
export async function eraseFound(tx: OrgTransaction, batch: Batch, found: Found): Promise<FoundErased> {
  const at = batch.now().toISOString();
  const people = await peopleToErase(found, batch.hasher);
  const erased = await erasePeople(tx, people, at);
  const isAnybody = people.identities.length > 0 || erased.ordersErased > 0;
  if (isAnybody || found.isAsked) {
    const acts = await eraseCopies(tx, erased.gone);
    const exports = isAnybody ? await discardFiles(tx) : 0;
    const counts = { customers: erased.gone.length, orders: erased.ordersErased, acts, exports };
    await registerErasure(tx, { id: batch.newId(), at, kind: "customer", actor: batch.actor, counts });
  }
  const acts = erased.gone.map(
    (id): Act => ({ action: "customer.erased", subject: { kind: "customer", id } }),
  );
  if (erased.ordersErased > 0) {
    const facts = { orders: erased.ordersErased };
    acts.push({ action: "orders.anonymized", subject: { kind: "orders", id: null }, facts });
  }
  return { ...erased, acts };
}

async function peopleToErase({ erasures, state }: Found, hasher: TombstoneHasher): Promise<PeopleToErase> {
  const known = new Map(state.identities.map((identity) => [keyText(identity), identity]));
  const people: PeopleToErase = {
    identities: [],
    orders: [],
    subscriptions: [],
    checkouts: [],
    keys: [],
    tombstones: await Promise.all(
      [...erasures].map(async ([key, at]) => ({ key_hash: await hasher.hash(key), erased_at: at })),
    ),
    subjects: [],
    onlyShopId: null,
  };
  for (const [key, erasedAt] of erasures) {
    const identity = known.get(key);
    if (identity) people.identities.push({ id: identity.id, erased_at: erasedAt });
    const order = readOrderTombstone(key);
    if (!order) people.keys.push({ key, ...readKeyText(key), erased_at: erasedAt });
    if (order) {
      const { shopId, externalId } = order;
      people.orders.push({ shop_id: shopId, external_id: externalId, erased_at: erasedAt });
      people.subjects.push({ shop_id: shopId, subject: `order:${externalId}` });
    }
    const { kind, namespace, value } = readKeyText(key);
    if (kind === "platform") people.subjects.push({ shop_id: namespace, subject: `customer:${value}` });
  }
  return people;
}
