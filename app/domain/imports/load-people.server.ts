import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { type IdentityKey, keyText } from "../customers/identity-key";
import type { TombstoneHasher } from "../customers/tombstones";
import { NO_KEYS } from "../deliveries/batch-keys";
import type { BatchState } from "../deliveries/batch-state";
import { readKnown } from "../deliveries/load-batch.server";
import { instant } from "../deliveries/stored-parts";
import { orderTombstone } from "../deliveries/tombstone-texts";
import { findTakenValues, takenValue } from "../fields/set-field-values.server";
import { fromStored, storedValueSchema } from "../fields/stored-value";
import { uniqueKey } from "./decide-customer-row";
import { type Belongings, type People, peopleOf } from "./people";
import type { CustomerRow, ReadPlan } from "./read-customer-row";
import type { TagRoom } from "./tag-room";

export type LoadedPeople = {
  state: BatchState;
  tombstones: ReadonlyMap<string, string>;
  people: People;
  holders: Map<string, string>;
  room: TagRoom;
};

/** Everything the database knows that the rows may meet, with the orders of these external ids. */
export async function loadPeople(
  tx: OrgTransaction,
  rows: readonly CustomerRow[],
  { plan, hasher, orders = [] }: { plan: ReadPlan; hasher: TombstoneHasher; orders?: readonly string[] },
): Promise<LoadedPeople> {
  const identities = new Map<string, IdentityKey>();
  for (const row of rows) for (const key of row.identities) identities.set(keyText(key), key);
  const keys = {
    ...NO_KEYS,
    orders: [...orders],
    identities: [...identities.values()],
    tombstones: [...identities.keys(), ...orders.map((order) => orderTombstone(plan.shopId, order))],
  };
  const of = { connection: { shopId: plan.shopId }, deliveries: [], hasher };
  const { state, tombstones } = await readKnown(tx, of, keys, []);
  const { room, ...belongings } = await readBelongings(tx, state, plan);
  const holders = await readHolders(tx, rows);
  return { state, tombstones, people: peopleOf(state, belongings), holders, room };
}

const belongingsRow = z.object({
  room: z.array(z.string()),
  tags: z.array(z.object({ customerId: z.uuid(), folded: z.string() })),
  values: z.array(
    storedValueSchema.extend({
      ...{ customer_id: z.uuid(), field_id: z.uuid() },
      ...{ source: z.string(), actor_id: z.uuid().nullable(), set_at: instant },
    }),
  ),
  consents: z.array(
    z.object({
      ...{ identityId: z.uuid(), channel: z.string(), state: z.string() },
      source: z.string(),
      at: instant,
    }),
  ),
});

type Read = Belongings & { room: TagRoom };

/** Read only as far as the file has columns for them. */
async function readBelongings(tx: OrgTransaction, state: BatchState, plan: ReadPlan): Promise<Read> {
  const has = (prefix: string) => [...plan.places.keys()].some((field) => field.startsWith(prefix));
  const isKnown = state.customers.length > 0 && (has("consent.") || plan.fields.size > 0);
  if (!isKnown && !has("tags")) return { tags: [], values: [], consents: [], room: new Set() };
  const customers = sql`${sql.param(state.customers.map(({ id }) => id))}::uuid[]`;
  const identityIds = sql`${sql.param(has("consent.") ? state.identities.map(({ id }) => id) : [])}::uuid[]`;
  const fieldIds = [...plan.fields.values()].map(({ id }) => id);
  const result = await tx.execute(sql`
    select
      (select coalesce(json_agg(folded), '[]') from tags where ${has("tags")}) as room,
      (select coalesce(json_agg(json_build_object('customerId', ct.customer_id, 'folded', t.folded)), '[]')
        from customer_tags ct join tags t on t.id = ct.tag_id where ct.customer_id = any(${customers})) as tags,
      (select coalesce(json_agg(v order by v.item), '[]') from custom_field_values v
        where v.customer_id = any(${customers}) and v.field_id = any(${sql.param(fieldIds)}::uuid[])) as values,
      (select coalesce(json_agg(json_build_object('identityId', c.identity_id, 'channel', c.channel, 'state', c.state,
          'source', c.source, 'at', c.decided_at) order by c.decided_at, c.recorded_at, c.id), '[]')
        from consents c where c.identity_id = any(${identityIds})) as consents`);
  const [row] = readRows(belongingsRow, result);
  if (!row) throw new Error("the customers' belongings have no row");
  return belongingsOf(row, state, plan);
}

function belongingsOf(row: z.output<typeof belongingsRow>, state: BatchState, plan: ReadPlan): Read {
  const types = new Map([...plan.fields.values()].map(({ id, type }) => [id, type]));
  const groups = new Map<string, z.output<typeof belongingsRow>["values"]>();
  for (const value of row.values) {
    const place = `${value.customer_id} ${value.field_id}`;
    groups.set(place, [...(groups.get(place) ?? []), value]);
  }
  const values = [...groups].flatMap(([place, stored]) => {
    const [customerId = "", fieldId = ""] = place.split(" ");
    const [type, [first]] = [types.get(fieldId), stored];
    if (!type || !first) return [];
    const said = { source: first.source, actorId: first.actor_id, at: first.set_at };
    return [{ customerId, fieldId, value: { json: JSON.stringify(fromStored(type, stored)), ...said } }];
  });
  const keys = new Map(state.identities.map((identity) => [identity.id, keyText(identity)]));
  const consents = row.consents.flatMap(({ identityId, ...said }) => {
    const key = keys.get(identityId);
    return key === undefined ? [] : [{ key, ...said }];
  });
  return { tags: row.tags, values, consents, room: new Set(row.room) };
}

async function readHolders(tx: OrgTransaction, rows: readonly CustomerRow[]): Promise<Map<string, string>> {
  const asked = rows.flatMap(({ values }) =>
    values.flatMap(({ field, value }) => {
      const key = uniqueKey(field, value);
      return key === null ? [] : [{ fieldId: field.id, uniqueKey: key.slice(field.id.length + 1) }];
    }),
  );
  if (asked.length === 0) return new Map();
  const taken = readRows(takenValue, await tx.execute(findTakenValues(asked)));
  return new Map(taken.map((one) => [`${one.fieldId}|${one.uniqueKey}`, one.customerId]));
}
