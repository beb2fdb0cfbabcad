import type { OrgTransaction } from "~/db/org-transaction";
import type { Act } from "~/domain/audit/audit-row";
import { keyText } from "~/domain/customers/identity-key";
import type { TombstoneHasher } from "~/domain/customers/tombstones";
import type { BatchState } from "./batch-state";
import { type ErasedPeople, erasePeople, type PeopleToErase } from "./erase-people.server";
import type { Erasures } from "./find-erasures";
import { readOrderTombstone } from "./tombstone-texts";

export type FoundErased = ErasedPeople & { acts: Act[] };

/** Erases what was found in a batch's state, and says so in the audit log without naming anyone. */
export async function eraseFound(
  tx: OrgTransaction,
  found: { erasures: Erasures; state: BatchState; hasher: TombstoneHasher; at: string },
): Promise<FoundErased> {
  const people = await peopleToErase(found);
  const erased = await erasePeople(tx, people, found.at);
  const acts = erased.gone.map(
    (id): Act => ({ action: "customer.erased", subject: { kind: "customer", id } }),
  );
  if (erased.ordersErased > 0) {
    const facts = { orders: erased.ordersErased };
    acts.push({ action: "orders.anonymized", subject: { kind: "orders", id: null }, facts });
  }
  return { ...erased, acts };
}

async function peopleToErase({
  erasures,
  state,
  hasher,
}: Parameters<typeof eraseFound>[1]): Promise<PeopleToErase> {
  const known = new Map(state.identities.map((identity) => [keyText(identity), identity]));
  const people: PeopleToErase = {
    identities: [],
    orders: [],
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
    if (order) {
      const { shopId, externalId } = order;
      people.orders.push({ shop_id: shopId, external_id: externalId, erased_at: erasedAt });
      people.subjects.push({ shop_id: shopId, subject: `order:${externalId}` });
    }
    if (key.startsWith("platform|")) {
      const [, shopId = "", ...value] = key.split("|");
      people.subjects.push({ shop_id: shopId, subject: `customer:${value.join("|")}` });
    }
  }
  return people;
}
