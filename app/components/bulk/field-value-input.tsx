import { useTranslation } from "react-i18next";
import type { BulkField } from "~/domain/bulk/bulk-choices-queries.server";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

type FieldValueInputProps = {
  field: Pick<BulkField, "type" | "options">;
  /** As the field's type reads it from a form. */
  value: string;
  onChange: (value: string) => void;
  id: string;
};

const INPUT_TYPES: Partial<Record<BulkField["type"], string>> = { date: "date", url: "url" };

/** What a custom field's value is typed or chosen in. */
export function FieldValueInput({ field, value, onChange, ...control }: FieldValueInputProps) {
  const { t } = useTranslation("bulk");
  const { type, options } = field;
  const isChosen = type === "choice" || type === "multi_choice" || type === "yes_no";
  if (!isChosen) {
    return (
      <Input
        {...control}
        type={INPUT_TYPES[type] ?? "text"}
        inputMode={type === "number" || type === "money" ? "decimal" : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
      />
    );
  }
  const choices =
    type === "yes_no"
      ? [
          { value: "yes", label: t("field.yes") },
          { value: "no", label: t("field.no") },
        ]
      : options.map(({ label }) => ({ value: label, label }));
  return (
    <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="" disabled>
        {t("field.choose")}
      </option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}
