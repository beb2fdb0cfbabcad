import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import type { FieldValue } from "../fields/field-types";
import { type FieldValueRow, setFieldValues } from "../fields/set-field-values.server";
import { removeTags } from "../tags/apply-tags.server";
import { fieldValueSchema } from "./field-value.schema";
import type { Undoing } from "./restore-customer";

/** Takes tags off again, gives custom fields their values back, and writes down that consents no longer hold. */
export async function restoreBelongings(
  tx: OrgTransaction,
  { belongings, plan, dropped }: Undoing,
): Promise<void> {
  const tags = belongings.flatMap(({ customerId, before }) =>
    before.tagIds.map((tagId) => ({ customerId, tagId })),
  );
  if (tags.length > 0) await tx.execute(removeTags(tags));
  // The first row of a customer was applied first, so what was before it is what stood before the import.
  const values = new Map<string, { customerId: string; fieldId: string; value: FieldValue | null }>();
  for (const { customerId, before } of belongings) {
    for (const { fieldId, before: text } of before.values) {
      const value = text === null ? null : fieldValueSchema.parse(JSON.parse(text));
      values.set(`${customerId} ${fieldId}`, { customerId, fieldId, value });
    }
  }
  await setValues(tx, [...values.values()], plan);
  const consents = belongings.flatMap(({ before }) =>
    before.consents.filter((one) => !dropped.has(one.identityId)),
  );
  if (consents.length > 0) await tx.execute(revoke(consents, plan));
}

async function setValues(
  tx: OrgTransaction,
  values: readonly { customerId: string; fieldId: string; value: FieldValue | null }[],
  { createdBy, now }: Undoing["plan"],
): Promise<void> {
  if (values.length === 0) return;
  const ids = sql.param(values.map(({ fieldId }) => fieldId));
  const found = await tx.execute(
    sql`select id, is_unique as "isUnique" from custom_fields where id = any(${ids}::uuid[])`,
  );
  const fields = new Map(
    readRows(z.object({ id: z.uuid(), isUnique: z.boolean() }), found).map((field) => [field.id, field]),
  );
  const rows = values.flatMap(({ customerId, fieldId, value }): FieldValueRow[] => {
    const field = fields.get(fieldId);
    return field ? [{ customerId, field, value }] : [];
  });
  await tx.execute(setFieldValues(rows, { source: "import", actorId: createdBy, at: now }));
}

/** The ledger only grows: what was agreed to before the import is said once more. */
function revoke(
  consents: readonly { identityId: string; channel: string; before: string | null }[],
  { now }: Undoing["plan"],
) {
  const rows = consents.map(({ identityId, channel, before }) => ({
    ...{ identity_id: identityId, channel },
    state: before ?? "unsubscribed",
  }));
  return sql`
    insert into consents (id, identity_id, channel, purpose, state, source, decided_at)
    select gen_random_uuid(), r.identity_id, r.channel, 'marketing', r.state, 'import', ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(identity_id uuid, channel text, state text)
    on conflict (org_id, identity_id, channel, purpose, decided_at, state, source) do nothing`;
}
