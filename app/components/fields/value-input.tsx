import { useTranslation } from "react-i18next";
import type { FieldType } from "~/domain/fields/field-types";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

export type ValueDefinition = {
  name: string;
  type: FieldType;
  options: readonly { id: string; label: string }[];
};

type ValueInputProps = {
  of: ValueDefinition;
  name: string;
  /** As `writeFieldValue` writes it. */
  text: string;
  control: { id: string; "aria-invalid"?: true | undefined; "aria-describedby"?: string | undefined };
  autoFocus?: boolean;
  required?: boolean;
};

/** What a custom field's value is typed into or chosen with, by its type. */
export function ValueInput({ of, name, text, control, autoFocus, required }: ValueInputProps) {
  const { t } = useTranslation("fields");
  const common = { ...control, name, autoFocus, defaultValue: text, required };
  switch (of.type) {
    case "yes_no":
      return (
        <Select {...common}>
          <option value="">–</option>
          <option value="yes">{t("yes")}</option>
          <option value="no">{t("no")}</option>
        </Select>
      );
    case "choice":
      return (
        <Select {...common}>
          <option value="">–</option>
          {of.options.map(({ id, label }) => (
            <option key={id} value={label}>
              {label}
            </option>
          ))}
        </Select>
      );
    case "multi_choice":
      return <Choices of={of} name={name} text={text} control={control} />;
    case "date":
      return <Input {...common} type="date" />;
    case "number":
    case "money":
      return <Input {...common} inputMode="decimal" autoComplete="off" />;
    case "url":
      return <Input {...common} inputMode="url" autoComplete="off" placeholder="https://" />;
    case "text":
      return <Input {...common} autoComplete="off" />;
  }
}

/** A box for each choice; what is ticked is sent by its id, whatever its label holds. */
function Choices({ of, name, text, control }: Omit<ValueInputProps, "autoFocus" | "required">) {
  const chosen = new Set(text.split("; "));
  const isWhole = of.options.some(({ label }) => label === text);
  return (
    <fieldset
      id={control.id}
      aria-label={of.name}
      aria-describedby={control["aria-describedby"]}
      className="grid gap-1"
    >
      {of.options.map(({ id, label }) => (
        <Checkbox
          key={id}
          name={name}
          value={id}
          label={label}
          defaultChecked={isWhole ? label === text : chosen.has(label) || chosen.has(id)}
        />
      ))}
    </fieldset>
  );
}
