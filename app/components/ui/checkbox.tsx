import { Check } from "lucide-react";
import { forwardRef, type InputHTMLAttributes, type ReactNode } from "react";
import { cn } from "./cn";

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  /** The words beside the box. Leave out only with an `aria-label`. */
  label?: ReactNode;
};

/** A native checkbox in our clothes, with its words as part of the target. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  { label, className, ...rest },
  ref,
) {
  const box = (
    <span className="relative inline-grid size-4.5 shrink-0 place-items-center sm:size-4">
      <input
        {...rest}
        ref={ref}
        type="checkbox"
        className="peer hit size-full appearance-none rounded-small border border-control bg-surface transition-colors checked:border-brand checked:bg-brand indeterminate:border-brand indeterminate:bg-brand hover:border-muted aria-invalid:border-danger disabled:opacity-50"
      />
      <Check
        aria-hidden="true"
        strokeWidth={3}
        className="pointer-events-none absolute size-3 text-on-brand opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-0"
      />
      <span className="pointer-events-none absolute h-0.5 w-2 rounded-small bg-on-brand opacity-0 peer-indeterminate:opacity-100" />
    </span>
  );
  if (!label) return <span className={cn("flex", className)}>{box}</span>;
  return (
    // The box lies inside its label, so the words need no id.
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is in `box`
    <label className={cn("flex cursor-pointer items-start gap-2.5 py-1 text-base text-ink", className)}>
      <span className="flex h-5 items-center">{box}</span>
      <span className="min-w-0">{label}</span>
    </label>
  );
});
