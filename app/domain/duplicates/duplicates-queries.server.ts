import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import type { DuplicateState } from "./duplicate-list.schema";
import { REASONS } from "./score-pair";

/** The likeliest ones; deciding about them makes room for others. */
const PAGE = 50;
const MOST_COUNTED = 1000;

const person = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  ordersCount: z.number(),
});
const pairRow = z.object({
  one: person,
  other: person,
  score: z.number(),
  reasons: z.array(z.enum(REASONS)),
});
export type DuplicatePair = z.output<typeof pairRow>;

const PERSON = (table: string) =>
  sql.raw(`json_build_object('id', ${table}.id, 'name', ${table}.name, 'email', ${table}.email,
    'phone', ${table}.phone, 'ordersCount', ${table}.orders_count)`);
const PAIRS = sql`duplicate_suggestions d
  join customers a on a.id = d.one_id and a.deleted_at is null and a.merged_into is null
  join customers b on b.id = d.other_id and b.deleted_at is null and b.merged_into is null`;

/** The 50 pairs most likely to be one person, with how many there are of both kinds, up to 1,000. */
export async function listDuplicates(ctx: OrgContext, state: DuplicateState) {
  const count = (of: DuplicateState) =>
    sql`(select count(*)::int from (select from ${PAIRS} where d.state = ${of} limit ${MOST_COUNTED}) n)`;
  const [entry, pairs, counts] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(
      ctx.db.orm.execute(sql`
        select ${PERSON("a")} as one, ${PERSON("b")} as other, d.score, d.reasons
        from ${PAIRS} where d.state = ${state}
        order by d.score desc nulls last, d.one_id, d.other_id limit ${PAGE}`),
    ),
    ctx.db.read(ctx.db.orm.execute(sql`select ${count("open")} as open, ${count("later")} as later`)),
  ]);
  const view = contactsViewOf(entry.role);
  const show = (one: DuplicatePair["one"]) => ({
    ...one,
    email: view.email(one.email),
    phone: view.phone(one.phone),
  });
  const rows = readRows(pairRow, pairs).map((pair) => ({
    ...pair,
    one: show(pair.one),
    other: show(pair.other),
  }));
  const [totals = { open: 0, later: 0 }] = readRows(
    z.object({ open: z.number(), later: z.number() }),
    counts,
  );
  return { rows, counts: totals };
}
