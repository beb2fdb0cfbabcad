import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  canBeUnique,
  FIELD_TYPES,
  type FieldType,
  hasOptions,
  isAlwaysPrivate,
} from "~/domain/fields/field-types";
import type { ListedField } from "~/domain/fields/fields-queries.server";
import { ActionForm } from "../forms/action-form";
import { FormCheckbox } from "../forms/form-checkbox";
import { FormField } from "../forms/form-field";
import { FormTextarea } from "../forms/form-textarea";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field } from "../ui/field";
import { Select } from "../ui/select";

type FieldInput = Record<
  | "intent"
  | "id"
  | "name"
  | "type"
  | "options"
  | "currency"
  | "defaultValue"
  | "isRequired"
  | "isUnique"
  | "isPrivate",
  string
>;

type FieldDialogProps = { field?: ListedField; currency: string };

/** Makes a custom field, or changes all of it but its type and key. */
export function FieldDialog({ field, currency }: FieldDialogProps) {
  const { t } = useTranslation("fields");
  const key = `field-${field?.id ?? "new"}`;
  const dialog = useDialogForm(key);
  const title = field ? t("editNamed", { name: field.name }) : t("new");
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        field ? (
          <Button variant="ghost" size="small" aria-label={title}>
            {t("edit")}
          </Button>
        ) : (
          <Button variant="primary">{title}</Button>
        )
      }
      title={title}
    >
      <FieldForm formKey={key} dialog={dialog} field={field} currency={currency} />
    </Dialog>
  );
}

type FieldFormProps = FieldDialogProps & { formKey: string; dialog: ReturnType<typeof useDialogForm> };

function FieldForm({ formKey, dialog, field, currency }: FieldFormProps) {
  const { t } = useTranslation("fields");
  const [type, setType] = useState<FieldType>(field?.type ?? "text");
  const [form, fields] = useActionForm<FieldInput>({
    id: formKey,
    defaultValue: defaultsOf(field, currency),
    lastResult: dialog.lastResult,
  });
  return (
    <ActionForm form={form} navigate={false} fetcherKey={formKey}>
      <input type="hidden" name="intent" value={field ? "update" : "create"} />
      {field && <input type="hidden" name="id" value={field.id} />}
      <FormField field={fields.name} label={t("name")} maxLength={60} autoComplete="off" />
      {!field && <TypeSelect value={type} onChange={setType} />}
      {hasOptions(type) && (
        <FormTextarea field={fields.options} label={t("options")} help={t("optionsHelp")} rows={5} />
      )}
      {type === "money" && <FormField field={fields.currency} label={t("currency")} maxLength={3} />}
      <FormField
        field={fields.defaultValue}
        label={t("defaultValue")}
        help={t("defaultHelp")}
        maxLength={200}
        isOptional
      />
      <div className="grid gap-2">
        <FormCheckbox field={fields.isRequired} label={t("isRequired")} isOptional />
        <p className="-mt-1 ml-6.5 text-sm text-pretty text-muted">{t("requiredHelp")}</p>
        {canBeUnique(type) && <FormCheckbox field={fields.isUnique} label={t("isUnique")} isOptional />}
        {!isAlwaysPrivate(type) && (
          <FormCheckbox field={fields.isPrivate} label={t("isPrivate")} isOptional />
        )}
        <p className="text-sm text-pretty text-muted">{t("privateHelp")}</p>
      </div>
      <SubmitButton isPending={dialog.isPending} isBlock>
        {t(field ? "save" : "create")}
      </SubmitButton>
    </ActionForm>
  );
}

function TypeSelect({ value, onChange }: { value: FieldType; onChange: (type: FieldType) => void }) {
  const { t } = useTranslation("fields");
  return (
    <Field id="field-type" label={t("type")}>
      {(control) => (
        <Select
          {...control}
          name="type"
          value={value}
          onChange={(event) => {
            const chosen = FIELD_TYPES.find((type) => type === event.target.value);
            if (chosen) onChange(chosen);
          }}
        >
          {FIELD_TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`types.${type}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function defaultsOf(field: ListedField | undefined, currency: string): Partial<FieldInput> {
  if (!field) return { currency };
  return {
    name: field.name,
    options: field.options.map(({ label }) => label).join("\n"),
    currency: field.currency ?? currency,
    defaultValue: field.defaultValue ?? "",
    isRequired: field.isRequired ? "on" : "",
    isUnique: field.isUnique ? "on" : "",
    isPrivate: field.isPrivate ? "on" : "",
  };
}
