import { type FormMetadata, getFormProps } from "@conform-to/react";
import { Form, type FormProps } from "@remix-run/react";
import { cn } from "../ui/cn";
import { ErrorSummary } from "./error-summary";

type ActionFormProps<Input extends Record<string, unknown>> = Omit<FormProps, "id" | "onSubmit"> & {
  form: FormMetadata<Input, string[]>;
};

/**
 * The form itself: one column, errors of the whole form on top. When it is sent
 * with mistakes, conform moves the focus to the first field that has one.
 */
export function ActionForm<Input extends Record<string, unknown>>(props: ActionFormProps<Input>) {
  const { form, className, children, ...rest } = props;
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
