import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import {
  type FieldValueRow,
  findTakenValues,
  setFieldValues,
  takenValue,
} from "../fields/set-field-values.server";
import { uniqueKeyOf } from "../fields/stored-value";
import { readKnownValue } from "./field-value.schema";
import type { KnownValue } from "./people";
import type { Undoing } from "./restore-customer";

type Given = { customerId: string; fieldId: string; before: KnownValue | null };

/**
 * Gives custom fields back what they held before an import, and who had said so when. Where
 * another customer has the unique value by now, the field is left empty.
 */
export async function restoreValues(
  tx: OrgTransaction,
  { belongings, plan }: Pick<Undoing, "belongings" | "plan">,
): Promise<void> {
  // The last row of the file comes first, so what stands at the end was before all of them.
  const byPlace = new Map<string, Given>();
  for (const { customerId, before } of belongings) {
    for (const value of before.values)
      byPlace.set(`${customerId} ${value.fieldId}`, { customerId, ...value });
  }
  const given = [...byPlace.values()];
  if (given.length === 0) return;
  const rows = await withoutTaken(tx, await rowsOf(tx, given));
  const stamp = { source: "import", actorId: plan.createdBy, at: plan.now } as const;
  await tx.execute(setFieldValues(rows, stamp));
  const origins = given.flatMap(({ customerId, fieldId, before }) =>
    before
      ? [
          {
            customer_id: customerId,
            field_id: fieldId,
            source: before.source,
            actor_id: before.actorId,
            at: before.at,
          },
        ]
      : [],
  );
  if (origins.length === 0) return;
  await tx.execute(sql`
    update custom_field_values v set source = r.source, actor_id = r.actor_id, set_at = r.at
    from jsonb_to_recordset(${JSON.stringify(origins)}::jsonb)
      as r(customer_id uuid, field_id uuid, source text, actor_id uuid, at timestamptz)
    where v.customer_id = r.customer_id and v.field_id = r.field_id`);
}

/** Fields that are gone since need nothing back. */
async function rowsOf(tx: OrgTransaction, given: readonly Given[]): Promise<FieldValueRow[]> {
  const ids = sql.param([...new Set(given.map(({ fieldId }) => fieldId))]);
  const found = await tx.execute(
    sql`select id, is_unique as "isUnique" from custom_fields where id = any(${ids}::uuid[])`,
  );
  const known = readRows(z.object({ id: z.uuid(), isUnique: z.boolean() }), found);
  const fields = new Map(known.map((field) => [field.id, field]));
  return given.flatMap(({ customerId, fieldId, before }) => {
    const field = fields.get(fieldId);
    return field ? [{ customerId, field, value: before && readKnownValue(before.json) }] : [];
  });
}

async function withoutTaken(tx: OrgTransaction, rows: readonly FieldValueRow[]): Promise<FieldValueRow[]> {
  const keyOf = ({ field, value }: FieldValueRow) => (field.isUnique && value ? uniqueKeyOf(value) : null);
  const asked = rows.flatMap((row) => {
    const uniqueKey = keyOf(row);
    return uniqueKey === null ? [] : [{ fieldId: row.field.id, uniqueKey }];
  });
  if (asked.length === 0) return [...rows];
  const taken = readRows(takenValue, await tx.execute(findTakenValues(asked)));
  const holders = new Map(taken.map((one) => [`${one.fieldId} ${one.uniqueKey}`, one.customerId]));
  return rows.map((row) => {
    const holder = holders.get(`${row.field.id} ${keyOf(row)}`);
    return holder === undefined || holder === row.customerId ? row : { ...row, value: null };
  });
}
