import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { readPageCursor, writePageCursor } from "~/lib/page-cursor";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import type { DuplicateList, DuplicateState } from "./duplicate-list.schema";
import { REASONS } from "./score-pair";

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

/**
 * A page of 50 pairs that may be one person, the likeliest first, with how many there are of both
 * kinds, up to 1,000. `next` is the cursor of the page after, null at the end. Throws `bad_request`
 * for a cursor that is none.
 */
export async function listDuplicates(ctx: OrgContext, { show: state, after }: DuplicateList) {
  const count = (of: DuplicateState) =>
    sql`(select count(*)::int from (select from ${PAIRS} where d.state = ${of} limit ${MOST_COUNTED}) n)`;
  const beyond = after === undefined ? sql`true` : isBeyond(readCursor(after));
  const [entry, pairs, counts] = await Promise.all([
    ctx.db.entry(),
    ctx.db.read(
      ctx.db.orm.execute(sql`
        select ${PERSON("a")} as one, ${PERSON("b")} as other, d.score, d.reasons
        from ${PAIRS} where d.state = ${state} and ${beyond}
        order by d.score desc, d.one_id, d.other_id limit ${PAGE + 1}`),
    ),
    ctx.db.read(ctx.db.orm.execute(sql`select ${count("open")} as open, ${count("later")} as later`)),
  ]);
  const view = contactsViewOf(entry.role);
  const masked = (one: DuplicatePair["one"]) => ({
    ...one,
    email: view.email(one.email),
    phone: view.phone(one.phone),
  });
  const found = readRows(pairRow, pairs);
  const rows = found
    .slice(0, PAGE)
    .map((pair) => ({ ...pair, one: masked(pair.one), other: masked(pair.other) }));
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  const [totals = { open: 0, later: 0 }] = readRows(
    z.object({ open: z.number(), later: z.number() }),
    counts,
  );
  return { rows, counts: totals, next: last ? writeCursor(last) : null };
}

const SORT = "likeliest";
type Place = { score: number; oneId: string; otherId: string };

function writeCursor({ score, one, other }: DuplicatePair): string {
  return writePageCursor({ sort: SORT, key: `${score} ${other.id}`, id: one.id });
}

function readCursor(text: string): Place {
  const cursor = readPageCursor(text);
  const [score, otherId] = cursor?.key.split(" ") ?? [];
  const place = placeSchema.safeParse({ score, oneId: cursor?.id, otherId });
  if (cursor?.sort !== SORT || !place.success) throw new AppError("bad_request", "errors:badPage");
  return place.data;
}

const placeSchema = z.object({
  score: z.coerce.number().int().min(0).max(100),
  oneId: z.uuid(),
  otherId: z.uuid(),
});

/** The index runs down the scores and up the ids. */
function isBeyond({ score, oneId, otherId }: Place): SQL {
  return sql`d.score <= ${score}
    and (d.score < ${score} or (d.one_id, d.other_id) > (${oneId}::uuid, ${otherId}::uuid))`;
}
