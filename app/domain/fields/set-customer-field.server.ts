import { eq, sql } from "drizzle-orm";
import { sqlState } from "~/db/database-error";
import { readRows } from "~/db/read-rows";
import { customers } from "~/db/schema/customers";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import type { FieldDefinition, FieldValue } from "./field-types";
import { findOpenField } from "./fields-queries.server";
import { readFieldValue, USUAL_FORMS } from "./read-field-value";
import { findTakenValues, setFieldValues, takenValue } from "./set-field-values.server";
import { uniqueKeyOf, writeFieldValue } from "./stored-value";

type FieldInput = { customerId: string; fieldId: string; value: string };
export type FieldSet = { isSet: true } | { isSet: false; taken: { customerId: string; isTrashed: boolean } };

/**
 * Sets a customer's custom field to what was typed; empty clears it. A unique value that another
 * customer has, also one in the trash, sets nothing and says whose it is. Throws `not_found`, and
 * `invalid` with words for what the type does not take.
 */
export async function setCustomerField(ctx: OrgContext, input: FieldInput): Promise<FieldSet> {
  const customerId = requireRecordId(input.customerId);
  const [field, [customer]] = await Promise.all([
    findOpenField(ctx, input.fieldId),
    ctx.db.read(
      ctx.db.orm
        .select({ mergedInto: customers.mergedInto })
        .from(customers)
        .where(eq(customers.id, customerId)),
    ),
  ]);
  if (!field || !customer || customer.mergedInto) throw new AppError("not_found", "errors:notFound");
  const reading = readFieldValue(field, input.value, USUAL_FORMS);
  if (!reading.isRead) {
    throw new AppError("invalid", `fields:problems.${reading.problem}`, { values: { found: reading.found } });
  }
  try {
    await write(ctx, { customerId, field, value: reading.value });
    return { isSet: true };
  } catch (error) {
    const taken =
      sqlState(error) === "23505" && reading.value && (await findHolder(ctx, field, reading.value));
    if (!taken) throw error;
    return { isSet: false, taken };
  }
}

type Setting = { customerId: string; field: FieldDefinition & { key: string }; value: FieldValue | null };

async function write(ctx: OrgContext, { customerId, field, value }: Setting): Promise<void> {
  const { orm } = ctx.db;
  const stamp = { source: "person", actorId: ctx.actor.id, at: ctx.now().toISOString() } as const;
  const act = {
    action: "customer.field_set",
    subject: { kind: "customer", id: customerId },
    facts: { field: field.key },
    // The statement sees the rows as they were.
    before: sql`(select coalesce(jsonb_agg(coalesce(text_value, number_value::text, date_value::text, yes_value::text,
      option_id::text)), '[]') from custom_field_values
      where customer_id = ${customerId}::uuid and field_id = ${field.id}::uuid)`,
    after: { value: value && writeFieldValue(field, value) },
  };
  await ctx.db.write([
    orm.execute(auditRow(ctx, act)),
    orm.execute(setFieldValues([{ customerId, field, value }], stamp)),
  ]);
}

async function findHolder({ db }: OrgContext, field: FieldDefinition, value: FieldValue) {
  const uniqueKey = uniqueKeyOf(value);
  if (uniqueKey === null) return null;
  const result = await db.read(db.orm.execute(findTakenValues([{ fieldId: field.id, uniqueKey }])));
  const [holder] = readRows(takenValue, result);
  return holder ? { customerId: holder.customerId, isTrashed: holder.isTrashed } : null;
}
