import { useTranslation } from "react-i18next";
import type { CorrectedValue } from "~/db/schema/corrections";
import { useFormat } from "~/i18n/use-format";

/** A corrected field's value in words. `statusOf` says what the noun calls a status or state. */
export function useCorrectedValue(currency: string, statusOf: (value: string) => string) {
  const { t } = useTranslation("sales");
  const format = useFormat();
  return (field: string, value: CorrectedValue): string => {
    if (value === null || value === "") return t("nothing");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") {
      return field.endsWith("Minor") ? format.money(value, currency) : format.number(value);
    }
    if (field.endsWith("At")) return format.dateTime(value);
    return ["status", "stock", "intervalUnit"].includes(field) ? statusOf(value) : value;
  };
}
