import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import { address, text } from "../deliveries/stored-parts";
import { matchKeys } from "./match-facts";
import { LOWEST_SCORE, scorePair } from "./score-pair";

/** More customers than this under one key prove nothing: a counter's phone, an office's door. */
const MOST_UNDER_KEY = 20;

const compared = z.object({
  id: z.uuid(),
  name: text,
  email: text,
  phone: text,
  phoneRaw: text,
  company: text,
  address: address.nullable(),
  isSample: z.boolean(),
  isListed: z.boolean(),
});
type Compared = z.output<typeof compared>;
const changedRow = compared.extend({ updatedAt: z.string() });
const foundRow = z.object({ key: z.coerce.number(), customerId: z.uuid() });

const COMPARED = sql`c.id, c.name, c.email, c.phone, c.phone_raw as "phoneRaw", c.company,
  c.profile -> 'address' -> 'value' as address, c.is_sample as "isSample",
  c.deleted_at is null and c.merged_into is null as "isListed"`;

/**
 * Compares the next customers that changed with those who share a key with them,
 * and keeps what is alike enough as suggestions; what is not any more goes. What a
 * person decided stays. Answers how many were compared; 0 when there is nothing new.
 * May run twice, also at once: it ends in the same rows.
 */
export async function findDuplicates(input: { db: JobDb; now: Date; limit: number }): Promise<number> {
  const { db } = input;
  const changed = await readChanged(input);
  const last = changed.at(-1);
  if (!last) return 0;
  const listed = changed.filter(({ isListed }) => isListed);
  const pairs = listed.flatMap((one) => matchKeys(one).map((key) => ({ key, customer_id: one.id })));
  const [, , found] = await db.run([...keysWritten(db, changed, pairs), db.orm.execute(neighbours(pairs))]);
  const others = await readCustomers(db, readRows(foundRow, found), listed);
  const suggestions = suggest(listed, others, readRows(foundRow, found));
  await db.run([
    db.orm.execute(suggestionsDropped(changed, suggestions)),
    db.orm.execute(suggestionsWritten(suggestions, input.now)),
    db.orm.execute(sql`
      insert into duplicate_searches (seen_at, seen_id) values (${last.updatedAt}::timestamptz, ${last.id}::uuid)
      on conflict (org_id) do update set seen_at = excluded.seen_at, seen_id = excluded.seen_id`),
  ]);
  return changed.length;
}

/** The next ones by when they changed. What changed a moment ago may not be all there yet. */
async function readChanged({ db, limit }: { db: JobDb; limit: number }) {
  const [result] = await db.run([
    db.orm.execute(sql`
      select ${COMPARED}, c.updated_at::text as "updatedAt"
      from (select coalesce(max(seen_at), '-infinity') as at,
          coalesce((array_agg(seen_id))[1], '00000000-0000-0000-0000-000000000000') as id
        from duplicate_searches) seen
      cross join lateral (
        select * from customers c
        where (c.updated_at, c.id) > (seen.at, seen.id) and c.updated_at < now() - interval '1 minute'
        order by c.updated_at, c.id limit ${limit}) c
      order by c.updated_at, c.id`),
  ]);
  return readRows(changedRow, result);
}

type KeyRow = { key: number; customer_id: string };

function keysWritten({ orm }: JobDb, changed: readonly { id: string }[], pairs: readonly KeyRow[]) {
  const source = sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r(key bigint, customer_id uuid)`;
  const ids = sql`${sql.param(changed.map(({ id }) => id))}::uuid[]`;
  return [
    orm.execute(sql`delete from customer_match_keys k where k.customer_id = any(${ids})
      and not exists (select from ${source} where r.customer_id = k.customer_id and r.key = k.key)`),
    orm.execute(sql`insert into customer_match_keys (customer_id, key)
      select r.customer_id, r.key from ${source} on conflict do nothing`),
  ] as const;
}

/** Who else is under the keys, at most one more than says anything. */
function neighbours(pairs: readonly KeyRow[]): SQL {
  const keys = [...new Set(pairs.map(({ key }) => key))];
  return sql`select k.key, n.customer_id as "customerId"
    from unnest(${sql.param(keys)}::bigint[]) as k(key)
    cross join lateral (
      select m.customer_id from customer_match_keys m where m.key = k.key limit ${MOST_UNDER_KEY + 1}) n`;
}

async function readCustomers(
  db: JobDb,
  found: readonly { customerId: string }[],
  known: readonly Compared[],
) {
  const customers = new Map(known.map((one) => [one.id, one]));
  const missing = [...new Set(found.map(({ customerId }) => customerId))].filter((id) => !customers.has(id));
  if (missing.length === 0) return customers;
  const [result] = await db.run([
    db.orm.execute(sql`select ${COMPARED} from unnest(${sql.param(missing)}::uuid[]) as m(id)
      cross join lateral (select * from customers c where c.id = m.id offset 0) c`),
  ]);
  for (const one of readRows(compared, result)) customers.set(one.id, one);
  return customers;
}

type Suggestion = { one_id: string; other_id: string; score: number; reasons: string[] };

function suggest(
  changed: readonly Compared[],
  customers: ReadonlyMap<string, Compared>,
  found: readonly { key: number; customerId: string }[],
): Suggestion[] {
  const under = new Map<number, string[]>();
  for (const { key, customerId } of found) under.set(key, [...(under.get(key) ?? []), customerId]);
  const suggestions = new Map<string, Suggestion>();
  for (const one of changed) {
    for (const key of matchKeys(one)) {
      const ids = under.get(key) ?? [];
      if (ids.length > MOST_UNDER_KEY) continue;
      for (const id of ids) {
        const other = customers.get(id);
        if (!other || id === one.id || !other.isListed || other.isSample !== one.isSample) continue;
        const [one_id = "", other_id = ""] = [one.id, id].sort();
        if (suggestions.has(one_id + other_id)) continue;
        const { score, reasons } = scorePair(one, other);
        if (score >= LOWEST_SCORE) suggestions.set(one_id + other_id, { one_id, other_id, score, reasons });
      }
    }
  }
  return [...suggestions.values()];
}

function suggestionsDropped(changed: readonly { id: string }[], kept: readonly Suggestion[]): SQL {
  const ids = sql`${sql.param(changed.map(({ id }) => id))}::uuid[]`;
  return sql`
    with kept as (
      select * from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as r(one_id uuid, other_id uuid)),
    stale as (
      select one_id, other_id from duplicate_suggestions where one_id = any(${ids}) and state <> 'dismissed'
      union select one_id, other_id from duplicate_suggestions where other_id = any(${ids}) and state <> 'dismissed'
      except select one_id, other_id from kept)
    delete from duplicate_suggestions d using stale s where d.one_id = s.one_id and d.other_id = s.other_id`;
}

function suggestionsWritten(suggestions: readonly Suggestion[], now: Date): SQL {
  return sql`
    insert into duplicate_suggestions as d (one_id, other_id, score, reasons, found_at)
    select r.one_id, r.other_id, r.score, r.reasons, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(suggestions)}::jsonb)
      as r(one_id uuid, other_id uuid, score integer, reasons jsonb)
    on conflict (org_id, one_id, other_id) do update set score = excluded.score, reasons = excluded.reasons
    where d.state <> 'dismissed'`;
}
