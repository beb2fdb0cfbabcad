import { lazy, type ReactNode, Suspense, useState } from "react";
import type { ListedValue } from "~/domain/customers/customer-columns.server";
import type { ListChoices } from "~/domain/views/list-choices-queries.server";
import { cn } from "../ui/cn";
import { EditButton } from "./edit-button";

const FieldEditor = lazy(() => import("./field-editor"));

export type InlineFieldProps = {
  /** Address of the customers. */
  customersTo: string;
  customerId: string;
  field: ListChoices["fields"][number];
  /** What the customer's field holds. */
  values: readonly ListedValue[];
  isNumeric: boolean;
};

/** A customer's custom field that is changed in a list. Its form is fetched when it is asked for. */
export function InlineField(props: InlineFieldProps & { children: ReactNode }) {
  const { isNumeric, children, ...rest } = props;
  const [isAsked, setAsked] = useState(false);
  const button = (
    <EditButton label={rest.field.label} value="" isAtStart={isNumeric} onClick={() => setAsked(true)} />
  );
  return (
    // A number keeps its place at the end of the cell.
    <span className={cn("flex min-h-6 min-w-0 items-center @xl:relative", isNumeric && "flex-row-reverse")}>
      <span className="min-w-0 truncate">{children}</span>
      {isAsked ? (
        <Suspense fallback={button}>
          <FieldEditor {...rest} isNumeric={isNumeric} />
        </Suspense>
      ) : (
        button
      )}
    </span>
  );
}
