import { type FormMetadata, getFormProps } from "@conform-to/react";
import { Form, type FormProps } from "@remix-run/react";
import { cn } from "../ui/cn";
import { ErrorSummary } from "./error-summary";

type ActionFormProps = Omit<FormProps, "id" | "onSubmit"> & {
  form: FormMetadata<Record<string, unknown>, string[]>;
};

/**
 * The form itself: one column, errors of the whole form on top. When it is sent
 * with mistakes, conform moves the focus to the first field that has one.
 */
export function ActionForm({ form, className, children, ...rest }: ActionFormProps) {
  return (
    <Form
      method="post"
      {...rest}
      {...getFormProps(form, { ariaAttributes: false })}
      className={cn("grid gap-5", className)}
    >
      <ErrorSummary errors={form.errors} />
      {children}
    </Form>
  );
}
