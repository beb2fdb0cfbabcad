import { sql } from "drizzle-orm";
import * as z from "zod";
import { FIELD_TYPES } from "~/domain/fields/field-types";
import { fromStored, type StoredValue, writeFieldValue } from "~/domain/fields/stored-value";
import { customFieldName } from "~/domain/filters/catalogue";
import type { SheetCell } from "../sheet";
import type { ListColumn } from "./list-columns";

/** A custom field as an export knows it; a job keeps it, so that its file is all of one piece. */
export const exportedFieldSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.enum(FIELD_TYPES),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
  /** May hold contacts. */
  isPrivate: z.boolean(),
});
export type ExportedField = z.output<typeof exportedFieldSchema>;

/** The columns of custom fields. Their cells come from `readOwnCell`. */
export function ownColumns(fields: readonly ExportedField[]): ListColumn[] {
  return fields.map((field) => ({
    key: customFieldName(field),
    from: sql`null`,
    kind: "own",
    field,
    ...(field.isPrivate && { isContact: true as const }),
  }));
}

/** A custom field's value as an import reads it back; numbers stay numbers. */
export function readOwnCell(field: ExportedField, stored: readonly StoredValue[]): SheetCell {
  const value = fromStored(field.type, stored);
  if (value === null) return null;
  const text = writeFieldValue(field, value);
  return value.type === "number" ? { decimal: text } : text;
}

const CHANNELS = ["email", "whatsapp", "sms"] as const;

/** Whether somebody agreed to marketing, per channel: the latest decision, as everywhere. An open one is blank. */
export const CONSENT_COLUMNS: readonly ListColumn[] = CHANNELS.map((channel) => ({
  key: `consent.${channel}`,
  kind: "text",
  isContact: true,
  from: sql`(select case s.state when 'subscribed' then 'yes' when 'unsubscribed' then 'no' end
    from identities i join consents s on s.org_id = i.org_id and s.identity_id = i.id and s.channel = ${channel}
    where i.customer_id = r.id order by s.decided_at desc, s.recorded_at desc, s.id desc limit 1)`,
}));
