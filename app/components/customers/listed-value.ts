import type { ListedValue } from "~/domain/customers/customer-columns.server";
import { fromStored, writeFieldValue } from "~/domain/fields/stored-value";
import type { ListChoices } from "~/domain/views/list-choices-queries.server";

type ListedField = Pick<ListChoices["fields"][number], "type" | "options">;

/** What a list shows of a custom field as text that its form takes; several choices by their ids. */
export function writeListedValue({ type, options }: ListedField, values: readonly ListedValue[]): string {
  const rows = values.map(({ text, number, currency, day, yes, optionId }) => ({
    item: optionId ?? "",
    text_value: text,
    folded_value: null,
    number_value: number,
    currency,
    date_value: day,
    yes_value: yes,
    option_id: optionId,
    unique_key: null,
  }));
  const value = fromStored(type, rows);
  // A label may hold what separates labels; an id cannot.
  return value ? writeFieldValue({ options: type === "multi_choice" ? [] : options }, value) : "";
}
