import { useTranslation } from "react-i18next";
import type { ListedValue } from "~/domain/customers/customer-columns.server";
import { NUMBER_DIGITS } from "~/domain/fields/field-types";
import type { ListChoices } from "~/domain/views/list-choices-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Money } from "../ui/money";

type CustomValueProps = { field: ListChoices["fields"][number]; values: readonly ListedValue[] };

/** What a customer's custom field holds, as lists show it. */
export function CustomValue({ field, values }: CustomValueProps) {
  const { t } = useTranslation("lists");
  const format = useFormat();
  const [value] = values;
  if (!value) return null;
  if (value.number !== null) {
    if (value.currency) return <Money minor={value.number} currency={value.currency} />;
    return <>{format.number(value.number / 10 ** NUMBER_DIGITS)}</>;
  }
  if (value.day) return <>{format.date(`${value.day}T12:00:00Z`)}</>;
  if (value.yes !== null) return <>{t(value.yes ? "filter.yes" : "filter.no")}</>;
  if (value.text) return <>{value.text}</>;
  const labels = new Map(field.options.map(({ id, label }) => [id, label]));
  return <>{values.flatMap(({ optionId }) => labels.get(optionId ?? "") ?? []).join(", ")}</>;
}
