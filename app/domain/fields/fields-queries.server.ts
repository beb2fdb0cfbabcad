import { asc, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { checkedText } from "~/db/checked-text";
import { readRows } from "~/db/read-rows";
import { customFields } from "~/db/schema/fields";
import type { OrgContext } from "../context";
import { isAllowed } from "../organizations/permissions";
import { requireRecordId } from "../record-id";
import { FIELD_TYPES } from "./field-types";
import { fromStored, storedValueSchema, writeFieldValue } from "./stored-value";

const FIELD_COLUMNS = {
  id: customFields.id,
  key: customFields.key,
  name: customFields.name,
  type: checkedText(customFields.type, FIELD_TYPES),
  options: customFields.options,
  isRequired: customFields.isRequired,
  isUnique: customFields.isUnique,
  isPrivate: customFields.isPrivate,
  defaultValue: customFields.defaultValue,
  currency: customFields.currency,
  archivedAt: customFields.archivedAt,
};

/** All custom fields in their order, archived ones too. */
export async function listFields({ db }: OrgContext) {
  return db.read(
    db.orm
      .select(FIELD_COLUMNS)
      .from(customFields)
      .orderBy(asc(customFields.position), asc(customFields.id))
      .limit(200),
  );
}
export type ListedField = Awaited<ReturnType<typeof listFields>>[number];

/** Those in use. */
export async function listOpenFields({ db }: OrgContext) {
  return db.read(
    db.orm
      .select(FIELD_COLUMNS)
      .from(customFields)
      .where(isNull(customFields.archivedAt))
      .orderBy(asc(customFields.position), asc(customFields.id))
      .limit(200),
  );
}

/** Those in use that a form about a new customer has to ask for. */
export async function listRequiredFields(ctx: OrgContext): Promise<ListedField[]> {
  const fields = await listOpenFields(ctx);
  return fields.filter(({ isRequired }) => isRequired);
}

const heldRow = z.object({ fieldId: z.uuid(), rows: z.array(storedValueSchema) });

/**
 * The custom fields in use with what a customer's hold, as text that a form takes. Those that
 * may hold contacts are left out for roles that do not see them.
 */
export async function listCustomerFields(ctx: OrgContext, customerId: string) {
  const { db } = ctx;
  const query = sql`
    select field_id as "fieldId", jsonb_agg(to_jsonb(v) order by item) as rows
    from custom_field_values v where customer_id = ${requireRecordId(customerId)}::uuid group by field_id`;
  const [{ role }, fields, result] = await Promise.all([
    db.entry(),
    listOpenFields(ctx),
    db.read(db.orm.execute(query)),
  ]);
  const held = new Map(readRows(heldRow, result).map(({ fieldId, rows }) => [fieldId, rows]));
  const shown = fields.filter(({ isPrivate }) => !isPrivate || isAllowed(role, "contacts.view"));
  return shown.map((field) => {
    const value = fromStored(field.type, held.get(field.id) ?? []);
    return { ...field, value, text: value ? writeFieldValue(field, value) : "" };
  });
}

export type CustomerField = Awaited<ReturnType<typeof listCustomerFields>>[number];

/** The definition of one field in use. Null when there is none. */
export async function findOpenField({ db }: OrgContext, fieldId: string) {
  const [field] = await db.read(
    db.orm.select(FIELD_COLUMNS).from(customFields).where(eq(customFields.id, fieldId)),
  );
  return field && !field.archivedAt ? field : null;
}
