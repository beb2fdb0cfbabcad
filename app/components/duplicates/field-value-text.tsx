import { useTranslation } from "react-i18next";
import { NUMBER_DIGITS } from "~/domain/fields/field-types";
import type { MergeCandidate } from "~/domain/merges/merge-pair-queries.server";
import { useFormat } from "~/i18n/use-format";

/** What a custom field holds, in words. */
export function FieldValueText({ of }: { of: MergeCandidate["values"][number] }) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const { value } = of;
  const labelOf = (id: string) => of.options.find((option) => option.id === id)?.label ?? "";
  switch (value?.type) {
    case "text":
      return value.text;
    case "url":
      return value.url;
    case "number":
      return format.number(value.scaled / 10 ** NUMBER_DIGITS);
    case "money":
      return format.money(value.minor, value.currency);
    case "date":
      return format.date(`${value.date}T12:00:00Z`);
    case "yes_no":
      return t(value.isYes ? "yes" : "no");
    case "choice":
      return labelOf(value.optionId);
    case "multi_choice":
      return value.optionIds.map(labelOf).join(", ");
    default:
      return null;
  }
}
