import { type FieldMetadata, getSelectProps } from "@conform-to/react";
import type { ReactNode } from "react";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { useFieldError } from "./use-field-error";

type FormSelectProps<Value> = {
  field: FieldMetadata<Value, Record<string, unknown>, string[]>;
  label: ReactNode;
  help?: ReactNode;
  options: readonly { value: string; label: string }[];
};

/** A choice of one out of several in a conform form. */
export function FormSelect<Value>({ field, label, help, options }: FormSelectProps<Value>) {
  const error = useFieldError(field);
  const { key, ...select } = getSelectProps(field, { ariaAttributes: false });
  return (
    <Field id={field.id} label={label} help={help} error={error}>
      {(control) => (
        <Select key={key} {...select} {...control} required>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
