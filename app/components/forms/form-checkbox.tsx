import { type FieldMetadata, getInputProps } from "@conform-to/react";
import type { ReactNode } from "react";
import { Checkbox } from "../ui/checkbox";
import { FieldError } from "../ui/field";
import { useFieldError } from "./use-field-error";

type FormCheckboxProps<Value> = {
  field: FieldMetadata<Value, Record<string, unknown>, string[]>;
  /** The whole sentence that is agreed to. */
  label: ReactNode;
  isOptional?: boolean;
};

/** Something to agree to in a conform form. */
export function FormCheckbox<Value>({ field, label, isOptional = false }: FormCheckboxProps<Value>) {
  const error = useFieldError(field);
  const { key, ...input } = getInputProps(field, { type: "checkbox", ariaAttributes: false });
  return (
    <div className="grid gap-1">
      <Checkbox
        key={key}
        {...input}
        label={label}
        required={!isOptional}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? field.errorId : undefined}
      />
      {error && <FieldError id={field.errorId}>{error}</FieldError>}
    </div>
  );
}
