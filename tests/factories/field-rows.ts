import { randomUUID } from "node:crypto";
import type { FieldDefinition, FieldType } from "~/domain/fields/field-types";
import type { TestDatabase } from "../setup/database";

type FieldRow = Partial<FieldDefinition> & {
  key?: string;
  isPrivate?: boolean;
  position?: number;
  defaultValue?: string;
};

/** A custom field as the settings would make one. */
export async function createField(
  { owner }: Pick<TestDatabase, "owner">,
  orgId: string,
  { type, ...row }: FieldRow & { type: FieldType },
): Promise<FieldDefinition & { key: string }> {
  const field = {
    id: row.id ?? randomUUID(),
    key: row.key ?? `field_${randomUUID().slice(0, 8)}`,
    type,
    options: row.options ?? [],
    isRequired: row.isRequired ?? false,
    isUnique: row.isUnique ?? false,
    currency: row.currency ?? (type === "money" ? "MYR" : null),
  };
  await owner.query(
    `INSERT INTO custom_fields (org_id, id, key, name, type, options, is_required, is_unique, is_private, currency, position, default_value)
     VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      orgId,
      field.id,
      field.key,
      type,
      JSON.stringify(field.options),
      field.isRequired,
      field.isUnique,
      row.isPrivate ?? (type === "text" || type === "url"),
      field.currency,
      row.position ?? 1,
      row.defaultValue ?? null,
    ],
  );
  return field;
}

/** A tag as the settings would make one; answers its id. */
export async function createTag(
  { owner }: Pick<TestDatabase, "owner">,
  orgId: string,
  name: string,
): Promise<string> {
  const id = randomUUID();
  await owner.query(
    "INSERT INTO tags (org_id, id, name, folded, colour) VALUES ($1, $2, $3, lower($3), 'blue')",
    [orgId, id, name],
  );
  return id;
}
