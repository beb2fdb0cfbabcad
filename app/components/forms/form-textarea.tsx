import { type FieldMetadata, getTextareaProps } from "@conform-to/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../ui/field";
import { Textarea } from "../ui/textarea";
import { useFieldError } from "./use-field-error";

type FormTextareaProps<Value> = {
  field: FieldMetadata<Value, Record<string, unknown>, string[]>;
  label: ReactNode;
  help?: ReactNode;
  rows?: number;
  /** May stay empty; says so beside the label. */
  isOptional?: boolean;
};

/** Several lines of a conform form. */
export function FormTextarea<Value>(props: FormTextareaProps<Value>) {
  const { field, label, help, rows, isOptional = false } = props;
  const { t } = useTranslation("common");
  const error = useFieldError(field);
  const { key, ...textarea } = getTextareaProps(field, { ariaAttributes: false });
  return (
    <Field
      id={field.id}
      label={label}
      help={help}
      error={error}
      note={isOptional ? t("form.optional") : undefined}
    >
      {(control) => <Textarea key={key} {...textarea} {...control} rows={rows} required={!isOptional} />}
    </Field>
  );
}
