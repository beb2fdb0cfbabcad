import { type FieldMetadata, getInputProps } from "@conform-to/react";
import type { InputHTMLAttributes, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { PasswordInput } from "../ui/password-input";
import { useFieldError } from "./use-field-error";

type TextType = "text" | "email" | "password" | "tel" | "url" | "number" | "search";

type FormFieldProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "autoComplete" | "autoFocus" | "inputMode" | "placeholder" | "readOnly" | "spellCheck" | "autoCapitalize"
> & {
  field: FieldMetadata<unknown, Record<string, unknown>, string[]>;
  label: ReactNode;
  help?: ReactNode;
  type?: TextType;
};

/** One line of a conform form: label, input with what was typed, help, and the error in words. */
export function FormField({ field, label, help, type = "text", ...rest }: FormFieldProps) {
  const { t } = useTranslation("common");
  const error = useFieldError(field);
  const { key, ...input } = getInputProps(field, { type, ariaAttributes: false });
  return (
    <Field
      id={field.id}
      label={label}
      help={help}
      error={error}
      note={field.required ? undefined : t("form.optional")}
    >
      {(control) =>
        type === "password" ? (
          <PasswordInput key={key} {...input} {...rest} {...control} />
        ) : (
          <Input key={key} {...input} {...rest} {...control} />
        )
      }
    </Field>
  );
}
