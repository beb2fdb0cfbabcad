import * as z from "zod";
import { currencyDigits } from "~/lib/money";
import { unscaleDecimal } from "~/lib/read-decimal";
import { foldText } from "../customers/search-text";
import { type FieldDefinition, type FieldValue, NUMBER_DIGITS } from "./field-types";

const LONGEST_FOLDED = 200;

/** The columns of `custom_field_values` that hold one value, or one of several choices. */
export const storedValueSchema = z.object({
  item: z.string(),
  text_value: z.string().nullable(),
  folded_value: z.string().nullable(),
  number_value: z.number().nullable(),
  currency: z.string().nullable(),
  date_value: z.string().nullable(),
  yes_value: z.boolean().nullable(),
  option_id: z.string().nullable(),
  unique_key: z.string().nullable(),
});
export type StoredValue = z.output<typeof storedValueSchema>;

const NOTHING: StoredValue = {
  item: "",
  text_value: null,
  folded_value: null,
  number_value: null,
  currency: null,
  date_value: null,
  yes_value: null,
  option_id: null,
  unique_key: null,
};

/** The rows that hold a value: none for null, one, or one per chosen option. */
export function toStored(field: Pick<FieldDefinition, "isUnique">, value: FieldValue | null): StoredValue[] {
  if (value === null) return [];
  if (value.type === "multi_choice") {
    return value.optionIds.map((id) => ({ ...NOTHING, item: id, option_id: id }));
  }
  const columns = columnsOf(value);
  return [{ ...NOTHING, ...columns, unique_key: field.isUnique ? uniqueKeyOf(value) : null }];
}

function columnsOf(value: Exclude<FieldValue, { type: "multi_choice" }>): Partial<StoredValue> {
  switch (value.type) {
    case "text":
      return { text_value: value.text, folded_value: foldValue(value.text) };
    case "url":
      return { text_value: value.url, folded_value: foldValue(value.url) };
    case "number":
      return { number_value: value.scaled };
    case "money":
      return { number_value: value.minor, currency: value.currency };
    case "date":
      return { date_value: value.date };
    case "yes_no":
      return { yes_value: value.isYes };
    case "choice":
      return { option_id: value.optionId };
  }
}

/** What texts are compared and sorted by: lower case without accents, cut where an index ends. */
function foldValue(text: string): string {
  return foldText(text).slice(0, LONGEST_FOLDED);
}

/** Two values with one key are the same to a unique field. */
export function uniqueKeyOf(value: FieldValue): string | null {
  if (value.type === "text") return foldText(value.text);
  if (value.type === "url") return foldText(value.url);
  if (value.type === "number") return String(value.scaled);
  return value.type === "date" ? value.date : null;
}

/** The value that rows hold; null for none. */
export function fromStored(type: FieldDefinition["type"], rows: readonly StoredValue[]): FieldValue | null {
  const [row] = rows;
  if (!row) return null;
  switch (type) {
    case "text":
      return { type, text: row.text_value ?? "" };
    case "url":
      return { type, url: row.text_value ?? "" };
    case "number":
      return { type, scaled: row.number_value ?? 0 };
    case "money":
      return { type, minor: row.number_value ?? 0, currency: row.currency ?? "" };
    case "date":
      return { type, date: row.date_value ?? "" };
    case "yes_no":
      return { type, isYes: row.yes_value ?? false };
    case "choice":
      return { type, optionId: row.option_id ?? "" };
    case "multi_choice":
      return { type, optionIds: rows.flatMap(({ option_id }) => option_id ?? []) };
  }
}

/** The value as text that `readFieldValue` reads back: for forms, files and the API. */
export function writeFieldValue(field: Pick<FieldDefinition, "options">, value: FieldValue): string {
  const labelOf = (id: string) => field.options.find((option) => option.id === id)?.label ?? id;
  switch (value.type) {
    case "text":
      return value.text;
    case "url":
      return value.url;
    case "number":
      return unscaleDecimal(value.scaled, NUMBER_DIGITS);
    case "money":
      return `${value.currency} ${unscaleDecimal(value.minor, currencyDigits(value.currency))}`;
    case "date":
      return value.date;
    case "yes_no":
      return value.isYes ? "yes" : "no";
    case "choice":
      return labelOf(value.optionId);
    case "multi_choice":
      return value.optionIds.map(labelOf).join("; ");
  }
}
