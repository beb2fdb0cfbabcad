import { ChevronDown } from "lucide-react";
import { forwardRef, type SelectHTMLAttributes } from "react";
import { cn } from "./cn";
import { controlStyles } from "./control-styles";

export type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "size"> & {
  size?: "small" | "medium";
};

/** The platform's own select: the best wheel on a phone, and it works before any script does. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(
  { className, size, children, ...rest },
  ref,
) {
  return (
    <span className={cn("relative block", className)}>
      <select {...rest} ref={ref} className={cn(controlStyles({ size }), "appearance-none pr-9")}>
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
});
