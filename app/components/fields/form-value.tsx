import type { FieldMetadata } from "@conform-to/react";
import { useFieldError } from "../forms/use-field-error";
import { Field } from "../ui/field";
import { type ValueDefinition, ValueInput } from "./value-input";

type FormValueProps = {
  field: FieldMetadata<string | string[], Record<string, unknown>, string[]>;
  definition: ValueDefinition;
};

/** A custom field that must be filled in, in a conform form. */
export function FormValue({ field, definition }: FormValueProps) {
  const error = useFieldError(field);
  return (
    <Field id={field.id} label={definition.name} error={error}>
      {(control) => (
        <ValueInput
          key={field.key}
          of={definition}
          name={field.name}
          text={[field.initialValue ?? ""].flat().join("; ")}
          control={control}
          required
        />
      )}
    </Field>
  );
}
