import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { checkedText } from "~/db/checked-text";
import { readRows } from "~/db/read-rows";
import { customFields } from "~/db/schema/fields";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { FIELD_TYPES } from "../fields/field-types";
import { readFieldValue, USUAL_FORMS } from "../fields/read-field-value";
import { toStored } from "../fields/stored-value";
import type { BulkAct } from "./bulk.schema";
import type { PlannedAct } from "./planned-act.schema";

type FieldAct = Extract<BulkAct, { fieldId: string }>;

/**
 * The act as the database will have it. Throws `not_found` for a tag or field that is
 * gone, `invalid` for a value that the field does not take.
 */
export async function planAct(ctx: OrgContext, act: BulkAct): Promise<PlannedAct> {
  if ("fieldId" in act) return planField(ctx, act);
  if ("tagId" in act) await requireTag(ctx, act.tagId);
  return act;
}

async function requireTag({ db }: OrgContext, tagId: string): Promise<void> {
  const tag = sql`select count(*)::int as count from tags where id = ${tagId}::uuid`;
  const [found] = readRows(z.object({ count: z.number() }), await db.read(db.orm.execute(tag)));
  if (found?.count !== 1) throw new AppError("not_found", "errors:bulk.tagGone");
}

async function planField({ db }: OrgContext, act: FieldAct): Promise<PlannedAct> {
  const { id, options, isRequired, isUnique, currency, archivedAt } = customFields;
  const type = checkedText(customFields.type, FIELD_TYPES);
  const [found] = await db.read(
    db.orm
      .select({ id, type, options, isRequired, isUnique, currency, archivedAt })
      .from(customFields)
      .where(eq(id, act.fieldId)),
  );
  if (!found || found.archivedAt) throw new AppError("not_found", "errors:bulk.fieldGone");
  const { fieldId } = act;
  if (act.kind === "clear_field") {
    if (found.isRequired) throw new AppError("invalid", "errors:bulk.fieldRequired");
    return { kind: act.kind, fieldId, values: [] };
  }
  if (found.isUnique) throw new AppError("invalid", "errors:bulk.fieldUnique");
  const reading = readFieldValue(found, act.value, USUAL_FORMS);
  if (!reading.isRead || reading.value === null) throw new AppError("invalid", "errors:bulk.fieldValue");
  return { kind: act.kind, fieldId, values: toStored(found, reading.value) };
}
