import { useState } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "../ui/popover";
import { CustomerFieldForm } from "./customer-field-form";
import { EditButton } from "./edit-button";
import type { InlineFieldProps } from "./inline-field";
import { writeListedValue } from "./listed-value";

/** The form of a custom field over the list; what is refused stays in it, with the reason. */
export default function FieldEditor(props: InlineFieldProps) {
  const { customersTo, customerId, field, values, isNumeric } = props;
  const [isOpen, setOpen] = useState(true);
  const text = writeListedValue(field, values);
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <EditButton label={field.label} value="" isAtStart={isNumeric} />
      </PopoverTrigger>
      <PopoverContent aria-label={field.label}>
        <CustomerFieldForm
          base={customersTo.replace(/\/customers$/, "")}
          customerTo={`${customersTo}/${customerId}`}
          field={{ ...field, name: field.label, text }}
          onClose={() => setOpen(false)}
        />
      </PopoverContent>
    </Popover>
  );
}
