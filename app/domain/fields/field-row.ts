import type { FieldOption } from "~/db/schema/fields";
import { AppError } from "~/lib/app-error";
import { foldText } from "../customers/search-text";
import { canBeUnique, type FieldType, hasOptions, isAlwaysPrivate } from "./field-types";
import type { FieldLooks } from "./fields.schema";
import { readFieldValue, USUAL_FORMS } from "./read-field-value";

type Before = { type: FieldType; options: readonly FieldOption[]; currency: string | null };

/**
 * The columns that a form means for a field: options keep their ids by their place, so that
 * correcting a label keeps the values. Throws `invalid` beside the field that is wrong.
 */
export function fieldRow(looks: FieldLooks, before: Before, newId: () => string) {
  const { type } = before;
  const options = hasOptions(type) ? optionsOf(looks.options, before.options, newId) : [];
  if (hasOptions(type) && options.length === 0) throw wrong("options", "fields:errors.noOptions");
  const isUnique = looks.isUnique && canBeUnique(type);
  const currency = type === "money" ? (looks.currency ?? before.currency) : null;
  const definition = { id: "", type, options, isRequired: false, isUnique, currency };
  const byDefault = readFieldValue(definition, looks.defaultValue, USUAL_FORMS);
  if (!byDefault.isRead) throw wrong("defaultValue", "fields:errors.defaultValue");
  return {
    name: looks.name,
    options,
    isRequired: looks.isRequired,
    isUnique,
    isPrivate: looks.isPrivate || isAlwaysPrivate(type),
    defaultValue: looks.defaultValue || null,
    currency,
  };
}

/** A known label keeps its id; a changed one takes the id of the label that stood in its place. */
function optionsOf(
  labels: readonly string[],
  before: readonly FieldOption[],
  newId: () => string,
): FieldOption[] {
  const byLabel = new Map(before.map((option) => [foldText(option.label), option.id]));
  const kept = new Set(labels.flatMap((label) => byLabel.get(foldText(label)) ?? []));
  const isSameLength = labels.length === before.length;
  return labels.map((label, place) => {
    const inPlace = before[place]?.id;
    const renamed = isSameLength && inPlace !== undefined && !kept.has(inPlace) ? inPlace : undefined;
    return { id: byLabel.get(foldText(label)) ?? renamed ?? newId(), label };
  });
}

function wrong(field: string, key: string): AppError {
  return new AppError("invalid", key, { fields: { [field]: key } });
}
