import type { FieldDefinition, FieldValue } from "./field-types";
import { readFieldValue, USUAL_FORMS } from "./read-field-value";

/** What a new customer's fields begin with: those whose default can still be read, unique ones never. */
export function defaultValues(
  fields: readonly (FieldDefinition & { defaultValue: string | null })[],
): { field: FieldDefinition; value: FieldValue }[] {
  return fields.flatMap((field) => {
    if (field.defaultValue === null || field.isUnique) return [];
    const read = readFieldValue(field, field.defaultValue, USUAL_FORMS);
    return read.isRead && read.value !== null ? [{ field, value: read.value }] : [];
  });
}
