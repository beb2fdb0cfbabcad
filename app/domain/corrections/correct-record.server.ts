import { type SQL, sql } from "drizzle-orm";
import type { CorrectedValue } from "~/db/schema/corrections";
import { takeTurn } from "~/db/writers-turn";
import { AppError } from "~/lib/app-error";
import { localDay } from "~/lib/local-days";
import { instantIn } from "~/lib/local-time";
import { auditRow } from "../audit/audit-row";
import { MANUAL } from "../connections/manual-platform";
import type { OrgContext } from "../context";
import { recountStatement } from "../customers/recount-customers.server";
import { CORRECTABLE, type CorrectableKind, columnsOf, type FieldOf } from "./correctable";
import { correctedSet, releasedSet } from "./correction-sql";
import { type CorrectableRecord, readCorrectable } from "./read-correctable.server";

type Place<Kind extends CorrectableKind> = { kind: Kind; id: string };
type Values<Kind extends CorrectableKind> = Partial<Record<FieldOf<Kind>, CorrectedValue>>;

/**
 * Sets fields of a record by hand; times as ISO 8601 UTC, or as a day of the organization's. They stand, whatever its shop tells later, until they are
 * released; the customer's orders and spend are counted anew in the same transaction. What is
 * as it was is left alone. Answers the changed fields. Throws `not_found`.
 */
export async function correctRecord<Kind extends CorrectableKind>(
  ctx: OrgContext,
  place: Place<Kind>,
  values: Values<Kind>,
): Promise<string[]> {
  const [record, { organization }] = await Promise.all([
    readCorrectable(ctx, place.kind, place.id),
    ctx.db.entry(),
  ]);
  const columns = columnsOf(place.kind);
  const after: Record<string, CorrectedValue> = {};
  for (const [field, typed] of Object.entries<CorrectedValue | undefined>(values)) {
    if (typed === undefined) continue;
    const was = record.values[field] ?? null;
    const isTime = columns.get(field)?.[1] === "timestamptz" && typeof typed === "string";
    const value = isTime ? timeOf(typed, { was, zone: organization.timeZone }) : typed;
    if (value !== was) after[field] = value;
  }
  if (Object.keys(after).length === 0) return [];
  const stamp = { by: ctx.actor.id, at: ctx.now().toISOString() };
  const set = correctedSet(place.kind, after, { stamp, isOwn: record.platform === MANUAL });
  await write(ctx, place, { record, set, action: "corrected", after });
  return Object.keys(after);
}

/** A time that was typed as a day of the organization's is the time it was, if that is of that day. */
function timeOf(typed: string, { was, zone }: { was: CorrectedValue; zone: string }): string {
  if (typeof was === "string" && localDay(new Date(was), zone) === typed) return was;
  return instantIn(zone, typed) ?? typed;
}

/** Lets the shop's word stand again for a field. Throws `conflict` when nobody has set it by hand. */
export async function releaseField<Kind extends CorrectableKind>(
  ctx: OrgContext,
  place: Place<Kind>,
  field: string,
): Promise<void> {
  const record = await readCorrectable(ctx, place.kind, place.id);
  const correction = record.corrections[field];
  if (!correction) throw new AppError("conflict", "sales:errors.notSet");
  const set = releasedSet(place.kind, [field], ctx.now().toISOString());
  await write(ctx, place, { record, set, action: "released", after: { [field]: correction.told } });
}

type Change = {
  record: CorrectableRecord;
  set: SQL;
  action: "corrected" | "released";
  after: Record<string, CorrectedValue>;
};

async function write(
  ctx: OrgContext,
  { kind, id }: Place<CorrectableKind>,
  { record, set, action, after }: Change,
): Promise<void> {
  const { orm } = ctx.db;
  const fields = Object.keys(after);
  const before = Object.fromEntries(fields.map((field) => [field, record.values[field] ?? null]));
  const act = {
    action: `${kind}.${action}`,
    subject: { kind, id },
    facts: { fields: fields.join(", ") },
    before,
    after,
  };
  const table = sql.raw(CORRECTABLE[kind].table);
  await ctx.db.write([
    orm.execute(takeTurn),
    orm.execute(sql`
      select require_that(exists (select from ${table} where id = ${id}::uuid and deleted_at is null), 'OR404')`),
    orm.execute(sql`update ${table} r set ${set} where id = ${id}::uuid and deleted_at is null`),
    ...(kind === "order" ? orderStatements(ctx, id, after) : []),
    orm.execute(auditRow(ctx, act)),
  ]);
}

/** A status that a person gives is part of the order's history. */
function orderStatements(ctx: OrgContext, id: string, after: Change["after"]) {
  const { orm } = ctx.db;
  const seen = sql`
    insert into order_status_changes (order_id, at, status, source_status)
    values (${id}::uuid, ${ctx.now().toISOString()}::timestamptz, ${after.status}, ${MANUAL})
    on conflict do nothing`;
  return [
    ...(after.status === undefined ? [] : [orm.execute(seen)]),
    orm.execute(recountStatement(sql`select customer_id from orders where id = ${id}::uuid`)),
  ];
}
