import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { sqlState } from "~/db/database-error";
import { lockRoom } from "~/db/lock-room";
import { readRows } from "~/db/read-rows";
import { customFields } from "~/db/schema/fields";
import { AppError } from "~/lib/app-error";
import { type Act, auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { fieldKey } from "./field-key";
import { fieldRow } from "./field-row";
import type { FieldAction } from "./fields.schema";
import { type ListedField, listFields } from "./fields-queries.server";

type ActionOf<Intent extends FieldAction["intent"]> = Extract<FieldAction, { intent: Intent }>;

const MOST_FIELDS = 100;
/** Turning uniqueness on writes a key beside every value, in one transaction. */
const MOST_TO_COMPARE = 50_000;

/** Does what the settings ask with custom fields. Throws `not_found`, `conflict`, and `invalid` beside a field. */
export async function actOnFields(ctx: OrgContext, action: FieldAction): Promise<void> {
  const fields = await listFields(ctx);
  if (action.intent === "create") return createField(ctx, action, fields);
  const field = fields.find(({ id }) => id === action.id);
  if (!field) throw new AppError("not_found", "errors:notFound");
  if (action.intent === "update") return updateField(ctx, action, field);
  if (action.intent === "move") return moveField(ctx, action, fields);
  const isArchived = action.intent === "archive";
  await ctx.db.write([
    ctx.db.orm
      .update(customFields)
      .set({ archivedAt: isArchived ? ctx.now() : null, updatedAt: ctx.now() })
      .where(eq(customFields.id, action.id)),
    audit(ctx, { action: isArchived ? "field.archived" : "field.reopened", ...about(field) }),
  ]);
}

const createdRow = z.object({ count: z.number(), made: z.number() });

async function createField(
  ctx: OrgContext,
  action: ActionOf<"create">,
  fields: ListedField[],
): Promise<void> {
  const { organization } = await ctx.db.entry();
  const row = fieldRow(
    action,
    { type: action.type, options: [], currency: organization.currency },
    ctx.newId,
  );
  const id = ctx.newId();
  const key = fieldKey(action.name, new Set(fields.map((field) => field.key)));
  const act = {
    action: "field.created",
    subject: { kind: "field", id },
    facts: { field: action.name, type: action.type },
  };
  const [, result] = await ctx.db.write([
    ctx.db.orm.execute(lockRoom("fields")),
    ctx.db.orm.execute(sql`
      with known as (select count(*) as count from custom_fields),
      made as (
        insert into custom_fields (id, key, type, position, name, options, is_required, is_unique, is_private,
          default_value, currency)
        select ${id}::uuid, ${key}, ${action.type}, count, ${row.name}, ${JSON.stringify(row.options)}::jsonb,
          ${row.isRequired}, ${row.isUnique}, ${row.isPrivate}, ${row.defaultValue}, ${row.currency}
        from known where count < ${MOST_FIELDS}
        on conflict (org_id, key) do nothing returning id),
      written as (${auditRow(ctx, act)} from made)
      select count::integer, (select count(*)::integer from made) as made,
        (select count(*)::integer from written) as written from known`),
  ]);
  const [created] = readRows(createdRow, result);
  if (created?.made) return;
  if (created && created.count < MOST_FIELDS) throw new AppError("conflict", "errors:conflict");
  throw new AppError("conflict", "fields:errors.full", { values: { max: MOST_FIELDS } });
}

async function updateField(ctx: OrgContext, action: ActionOf<"update">, field: ListedField): Promise<void> {
  const { orm } = ctx.db;
  const row = fieldRow(action, field, ctx.newId);
  if (row.isUnique && !field.isUnique) await requireFew(ctx, field.id);
  const dropped = field.options.filter(({ id }) => !row.options.some((option) => option.id === id));
  if (dropped.length > 0)
    await requireUnused(
      ctx,
      field.id,
      dropped.map(({ id }) => id),
    );
  const { id: _id, key: _key, type: _type, archivedAt: _archivedAt, ...before } = field;
  try {
    await ctx.db.write([
      orm
        .update(customFields)
        .set({ ...row, updatedAt: ctx.now() })
        .where(eq(customFields.id, field.id)),
      ...(row.isUnique === field.isUnique ? [] : [orm.execute(keysWritten(field.id, row.isUnique))]),
      audit(ctx, { action: "field.updated", ...about(field), before, after: row }),
    ]);
  } catch (error) {
    if (sqlState(error) !== "23505") throw error;
    const fields = { isUnique: "fields:errors.notUnique" };
    throw new AppError("conflict", "fields:errors.notUnique", { fields, cause: error });
  }
}

/** Texts are folded as they were when they were set; those that an index cannot hold stay without a key. */
function keysWritten(fieldId: string, isUnique: boolean) {
  const key = sql`case when length(text_value) > 200 then null
    else coalesce(folded_value, number_value::text, date_value::text) end`;
  return sql`update custom_field_values set unique_key = ${isUnique ? key : sql`null`} where field_id = ${fieldId}::uuid`;
}

async function requireFew({ db }: OrgContext, fieldId: string): Promise<void> {
  const result = await db.read(
    db.orm.execute(sql`select count(*)::integer as count from (
      select from custom_field_values where field_id = ${fieldId}::uuid limit ${MOST_TO_COMPARE + 1}) v`),
  );
  const [row] = readRows(z.object({ count: z.number() }), result);
  if ((row?.count ?? 0) <= MOST_TO_COMPARE) return;
  const fields = { isUnique: "fields:errors.tooMany" };
  throw new AppError("conflict", "fields:errors.tooMany", { fields });
}

/** An option that customers have cannot vanish under them. */
async function requireUnused(
  { db }: OrgContext,
  fieldId: string,
  optionIds: readonly string[],
): Promise<void> {
  const ids = sql.param([...optionIds]);
  const result = await db.read(
    db.orm.execute(sql`select exists (select from custom_field_values
      where field_id = ${fieldId}::uuid and option_id = any(${ids}::uuid[])) as "isUsed"`),
  );
  const [row] = readRows(z.object({ isUsed: z.boolean() }), result);
  if (!row?.isUsed) return;
  throw new AppError("conflict", "fields:errors.optionUsed", {
    fields: { options: "fields:errors.optionUsed" },
  });
}

async function moveField(ctx: OrgContext, action: ActionOf<"move">, fields: ListedField[]): Promise<void> {
  const { orm } = ctx.db;
  const ids = fields.map(({ id }) => id);
  const at = ids.indexOf(action.id);
  const to = Math.min(Math.max(at + action.by, 0), ids.length - 1);
  ids.splice(at, 1);
  ids.splice(to, 0, action.id);
  await ctx.db.write([
    orm.execute(sql`update custom_fields f set position = o.place
      from unnest(${sql.param(ids)}::uuid[]) with ordinality as o(id, place) where f.id = o.id`),
    audit(ctx, { action: "field.moved", subject: { kind: "field", id: action.id } }),
  ]);
}

const about = ({ id, name }: ListedField) => ({ subject: { kind: "field", id }, facts: { field: name } });

const audit = (ctx: OrgContext, act: Act) => ctx.db.orm.execute(auditRow(ctx, act));
