import { type FieldMetadata, getInputProps } from "@conform-to/react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { PasswordInput } from "../ui/password-input";
import { useFieldError } from "./use-field-error";

type TextType =
  | "text"
  | "email"
  | "password"
  | "tel"
  | "url"
  | "number"
  | "search"
  | "date"
  | "datetime-local";

type InputAttributes = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "autoCapitalize"
  | "autoComplete"
  | "autoFocus"
  | "inputMode"
  | "max"
  | "maxLength"
  | "min"
  | "minLength"
  | "pattern"
  | "placeholder"
  | "readOnly"
  | "spellCheck"
>;

type FormFieldProps<Value> = InputAttributes & {
  field: FieldMetadata<Value, Record<string, unknown>, string[]>;
  label: ReactNode;
  help?: ReactNode;
  type?: TextType;
  /** May stay empty; says so beside the label. */
  isOptional?: boolean;
};

/** One line of a conform form: label, input with what was typed, help, and the error in words. */
export function FormField<Value>(props: FormFieldProps<Value>) {
  const { field, label, help, type = "text", isOptional = false, ...attributes } = props;
  const { t } = useTranslation("common");
  const error = useFieldError(field);
  const { key, ...input } = getInputProps(field, { type, ariaAttributes: false });
  const TextInput = type === "password" ? PasswordInput : Input;
  return (
    <Field
      id={field.id}
      label={label}
      help={help}
      error={error}
      note={isOptional ? t("form.optional") : undefined}
    >
      {(control) => <TextInput key={key} {...input} {...attributes} {...control} required={!isOptional} />}
    </Field>
  );
}
