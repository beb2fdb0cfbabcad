import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { type TombstoneHasher, tombstoneHasher } from "~/domain/customers/tombstones";
import type { Keyring } from "~/lib/keyring";
import type { Actor } from "../context";
import type { Connection, InOrg } from "./batch";
import { openDraft } from "./batch-draft";
import { NO_KEYS } from "./batch-keys";
import { discardFiles, eraseCopies } from "./erase-copies.server";
import { type ErasedPeople, erasePeople, NAMELESS, type PeopleToErase } from "./erase-people.server";
import type { Interpreted } from "./interpret-delivery";
import { readKnown, survivingKeys } from "./load-batch.server";
import { registerErasure } from "./register-erasure.server";
import { settleCustomers } from "./settle-customers";
import { tellSurvivors } from "./survivors";
import { shopTombstone } from "./tombstone-texts";
import { writeBatch } from "./write/write-batch.server";

/** At most this many accounts and orders, and so few rows, are erased in one transaction. */
const STEP = 200;

export type ShopErasure = {
  orgId: string;
  connection: Connection;
  /** The request's delivery. */
  deliveryId: string;
  /** Everything told up to here goes; ISO 8601 UTC. */
  until: string;
  actor: Actor;
  keys: Keyring;
  now: () => Date;
  newId: () => string;
};

/** Does what requests to forget a shop ask for: too much for one transaction, so before the request counts as applied. */
export async function eraseShops(
  inOrg: InOrg,
  erasure: Omit<ShopErasure, "until" | "deliveryId">,
  interpreted: readonly Interpreted[],
): Promise<void> {
  for (const { delivery, events } of interpreted) {
    if (!events.some((event) => event.kind === "privacy.shop_erased")) continue;
    const until = new Date(delivery.receivedAt).toISOString();
    await eraseShop(inOrg, { ...erasure, deliveryId: delivery.id, until });
  }
}

/**
 * Forgets everyone a shop told of until `until`: their accounts, and the buyers of
 * its orders, whose sums stay. What other shops told of the same people stays too.
 * Works in steps of a transaction each; after a crash, call it again: it is registered
 * once, with what its last run erased.
 */
async function eraseShop(inOrg: InOrg, erasure: ShopErasure): Promise<void> {
  const hasher = await tombstoneHasher(erasure.keys, erasure.orgId);
  const counts = { customers: 0, orders: 0, acts: 0 };
  for (let isMore = true; isMore; ) {
    const step = await inOrg((tx) => eraseStep(tx, erasure, hasher));
    counts.customers += step.gone;
    counts.orders += step.orders;
    counts.acts += step.acts;
    isMore = step.isMore;
  }
  for (let last: Place | null = FIRST; last !== null; ) {
    const after: Place = last;
    last = await inOrg((tx) => emptyStep(tx, erasure, after));
  }
  await inOrg(async (tx) => {
    const exports = await discardFiles(tx);
    const { deliveryId: id, actor } = erasure;
    const at = erasure.now().toISOString();
    await registerErasure(tx, { id, at, kind: "shop", actor, counts: { ...counts, exports } });
  });
}

async function eraseStep(
  tx: OrgTransaction,
  erasure: ShopErasure,
  hasher: TombstoneHasher,
): Promise<{ isMore: boolean; gone: number; orders: number; acts: number }> {
  const people = await pickPeople(tx, erasure, hasher);
  const erased = await erasePeople(tx, people, erasure.now().toISOString());
  const { identities, orders, subscriptions, checkouts } = people;
  const isMore = [identities, orders, subscriptions, checkouts].some((some) => some.length > 0);
  const acts = await eraseCopies(tx, erased.gone);
  if (isMore) await settleRest(tx, erasure, hasher, erased);
  return { isMore, gone: erased.gone.length, orders: erased.ordersErased, acts };
}

async function settleRest(
  tx: OrgTransaction,
  { connection, actor, now, newId }: ShopErasure,
  hasher: TombstoneHasher,
  erased: ErasedPeople,
): Promise<void> {
  const { shopId } = connection;
  const keys = survivingKeys(NO_KEYS, erased.survivors);
  const { state, tombstones } = await readKnown(
    tx,
    { connection, deliveries: [], hasher },
    keys,
    erased.touched,
  );
  if (!state.shop) return;
  const draft = openDraft({ shopId, shop: state.shop, state, tombstones, newId });
  tellSurvivors(draft, erased.survivors);
  settleCustomers(draft, erased.touched);
  const at = now().toISOString();
  await writeBatch(tx, draft, { connection: null, records: [], isReplay: false, actor, at });
}

const ids = z.array(z.uuid());
const pickedSchema = z.object({
  ...{ identities: ids, subscriptions: ids, checkouts: ids },
  orders: z.array(z.string()),
});

/** The next accounts and buyers of the shop, with the addresses they were told together with. */
async function pickPeople(
  tx: OrgTransaction,
  { connection: { shopId }, until }: ShopErasure,
  hasher: TombstoneHasher,
): Promise<PeopleToErase> {
  const dated = (found: string[] = []) => found.map((id) => ({ id, erased_at: until }));
  const result = await tx.execute(sql`
    with accounts as (
      select id from identities
      where kind = 'platform' and namespace = ${shopId} and first_seen_at <= ${until}::timestamptz limit ${STEP}
    ),
    some_orders as (
      select external_id, identity_id from orders
      where shop_id = ${shopId}::uuid and erased_at is null and placed_at <= ${until}::timestamptz limit ${STEP}
    ),
    some_subscriptions as (
      select id, identity_id from subscriptions
      where shop_id = ${shopId}::uuid and erased_at is null and started_at <= ${until}::timestamptz limit ${STEP}
    ),
    picked as (
      select id from accounts union select identity_id from some_orders where identity_id is not null
      union select identity_id from some_subscriptions where identity_id is not null)
    select
      (select coalesce(json_agg(id), '[]') from (
        select id from picked
        union select i.id from picked p
          join identity_edges e on e.from_id = p.id
          join identities i on i.id = e.to_id and i.kind <> 'platform' and not i.is_hub
      ) people) as identities,
      (select coalesce(json_agg(external_id), '[]') from some_orders) as orders,
      (select coalesce(json_agg(id), '[]') from some_subscriptions) as subscriptions,
      (select coalesce(json_agg(id), '[]') from (
        select id from checkouts
        where shop_id = ${shopId}::uuid and erased_at is null and started_at <= ${until}::timestamptz limit ${STEP}
      ) left_behind) as checkouts`);
  const [picked] = readRows(pickedSchema, result);
  return {
    identities: dated(picked?.identities),
    subscriptions: dated(picked?.subscriptions),
    checkouts: dated(picked?.checkouts),
    keys: [],
    orders: (picked?.orders ?? []).map((order) => ({
      shop_id: shopId,
      external_id: order,
      erased_at: until,
    })),
    tombstones: [{ key_hash: await hasher.hash(shopTombstone(shopId)), erased_at: until }],
    subjects: [],
    onlyShopId: shopId,
  };
}

const placeSchema = z.object({ receivedAt: z.string(), id: z.uuid() });
/** A place in the delivery log. */
type Place = z.output<typeof placeSchema>;
const FIRST: Place = { receivedAt: "-infinity", id: "00000000-0000-0000-0000-000000000000" };

/** Empties the next deliveries of the shop; answers the last one's place, or null at the end. */
async function emptyStep(tx: OrgTransaction, erasure: ShopErasure, after: Place): Promise<Place | null> {
  const result = await tx.execute(sql`
    with next as (
      select d.received_at, d.id from deliveries d join connections c on c.id = d.connection_id
      where c.shop_id = ${erasure.connection.shopId}::uuid
        and (d.received_at, d.id) > (${after.receivedAt}::timestamptz, ${after.id}::uuid)
        and d.received_at <= ${erasure.until}::timestamptz
      order by d.received_at, d.id limit ${STEP}
    ),
    emptied as (
      update deliveries d set body = null, erased_at = ${erasure.now().toISOString()}::timestamptz, ${NAMELESS}
      from next n where d.received_at = n.received_at and d.id = n.id and d.body is not null
    )
    select received_at::text as "receivedAt", id from next order by received_at desc, id desc limit 1`);
  const [last] = readRows(placeSchema, result);
  return last ?? null;
}
