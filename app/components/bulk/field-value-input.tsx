import { useTranslation } from "react-i18next";
import type { BulkField } from "~/domain/bulk/bulk-choices-queries.server";
import { Checkbox } from "../ui/checkbox";
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
  if (type === "multi_choice")
    return <Choices options={options} value={value} onChange={onChange} {...control} />;
  const isChosen = type === "choice" || type === "yes_no";
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

type ChoicesProps = Pick<FieldValueInputProps, "value" | "onChange" | "id"> & {
  options: BulkField["options"];
};

/** What is ticked stands in the value by its id, one on each line. */
function Choices({ options, value, onChange, id }: ChoicesProps) {
  const { t } = useTranslation("bulk");
  const ticked = value.split("\n").filter(Boolean);
  const toggle = (option: string) =>
    onChange(
      options
        .map((one) => one.id)
        .filter((one) => (one === option) !== ticked.includes(one))
        .join("\n"),
    );
  return (
    <fieldset id={id} aria-label={t("field.value")} className="grid gap-1">
      {options.map((option) => (
        <Checkbox
          key={option.id}
          label={option.label}
          checked={ticked.includes(option.id)}
          onChange={() => toggle(option.id)}
        />
      ))}
    </fieldset>
  );
}
