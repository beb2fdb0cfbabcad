import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useMessage } from "~/i18n/use-message";
import { type ValueDefinition, ValueInput } from "../fields/value-input";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { TakenContact } from "./taken-contact";
import { useEditCustomer } from "./use-edit-customer";

type CustomerFieldFormProps = {
  base: string;
  customerTo: string;
  /** With what the customer's holds, as `writeFieldValue` writes it. */
  field: ValueDefinition & { id: string; text: string };
  onClose: () => void;
};

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
        {(control) => <ValueInput of={field} name="value" text={field.text} control={control} autoFocus />}
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
