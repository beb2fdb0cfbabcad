import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerField } from "~/domain/fields/fields-queries.server";
import { useMessage } from "~/i18n/use-message";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { TakenContact } from "./taken-contact";
import { useEditCustomer } from "./use-edit-customer";

type CustomerFieldFormProps = { base: string; customerTo: string; field: CustomerField; onClose: () => void };

/** A custom field while it is changed: Enter saves, Escape leaves it as it was. */
export function CustomerFieldForm({ base, customerTo, field, onClose }: CustomerFieldFormProps) {
  const { t } = useTranslation("fields");
  const message = useMessage();
  const { fetcher, action, isPending, refusal, taken, isDone } = useEditCustomer(customerTo);
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  return (
    <fetcher.Form
      method="post"
      action={action}
      className="grid gap-2"
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <input type="hidden" name="fieldId" value={field.id} />
      <Field id={`value-${field.id}`} label={field.name} error={refusal ? message(refusal) : undefined}>
        {(control) => <ValueInput field={field} control={control} />}
      </Field>
      {taken && <TakenContact base={base} taken={taken} customerId={undefined} />}
      <span className="flex gap-2">
        <Button
          type="submit"
          name="intent"
          value="set-field"
          variant="primary"
          size="small"
          isLoading={isPending}
        >
          {t("common:actions.save")}
        </Button>
        <Button variant="ghost" size="small" onClick={onClose}>
          {t("cancel")}
        </Button>
      </span>
    </fetcher.Form>
  );
}

type ValueInputProps = { field: CustomerField; control: { id: string } };

function ValueInput({ field, control }: ValueInputProps) {
  const { t } = useTranslation("fields");
  const common = { ...control, name: "value", autoFocus: true, defaultValue: field.text };
  switch (field.type) {
    case "yes_no":
      return (
        <Choice
          {...common}
          options={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
        />
      );
    case "choice":
      return <Choice {...common} options={field.options.map(({ label }) => ({ value: label, label }))} />;
    case "multi_choice":
      return (
        <Textarea {...common} rows={3} placeholder={field.options.map(({ label }) => label).join("; ")} />
      );
    case "date":
      return <Input {...common} type="date" />;
    case "number":
    case "money":
      return <Input {...common} inputMode="decimal" autoComplete="off" />;
    default:
      return <Input {...common} autoComplete="off" />;
  }
}

type ChoiceProps = {
  id: string;
  name: string;
  defaultValue: string;
  options: { value: string; label: string }[];
};

function Choice({ options, ...rest }: ChoiceProps) {
  return (
    <Select {...rest}>
      <option value="">–</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}
