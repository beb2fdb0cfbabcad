import * as z from "zod";
import { writeMessage } from "~/i18n/message";
import { FIELD_TYPES, type FieldDefinition, type FieldValue } from "./field-types";
import { readFieldValue, USUAL_FORMS } from "./read-field-value";

type OpenField = FieldDefinition & { defaultValue: string | null };

/** A field in use, as JSON of the database has it. */
export const openFieldSchema: z.ZodType<OpenField> = z.object({
  id: z.uuid(),
  type: z.enum(FIELD_TYPES),
  options: z.array(z.object({ id: z.string(), label: z.string() })),
  isRequired: z.boolean(),
  isUnique: z.boolean(),
  currency: z.string().nullable(),
  defaultValue: z.string().nullable(),
});

type BeginValue = { field: OpenField; value: FieldValue };

/**
 * What a customer's custom fields begin with when somebody enters one: what was `typed`, by field
 * id, and else the default where it can still be read; a unique field has none. `problems` are
 * messages by field id, of what is wrong with what was typed and of required fields left empty.
 */
export function beginValues(
  fields: readonly OpenField[],
  typed: Readonly<Record<string, string>>,
): { values: BeginValue[]; problems: Record<string, string> } {
  const values: BeginValue[] = [];
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const isTyped = typed[field.id] !== undefined;
    const text = typed[field.id] ?? (field.isUnique ? "" : (field.defaultValue ?? ""));
    const read = readFieldValue(field, text, USUAL_FORMS);
    if (read.isRead && read.value) values.push({ field, value: read.value });
    // A default that cannot be read any more is nobody's mistake here.
    if (!read.isRead && (isTyped || field.isRequired)) {
      const problem = isTyped ? read.problem : "required";
      problems[field.id] = writeMessage(`fields:problems.${problem}`, isTyped ? { found: read.found } : {});
    }
  }
  return { values, problems };
}
