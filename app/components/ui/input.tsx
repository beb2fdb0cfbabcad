import { forwardRef, type InputHTMLAttributes } from "react";
import { cn } from "./cn";
import { controlStyles } from "./control-styles";

export type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "size"> & { size?: "small" | "medium" };

/** One line of text. Mark it invalid with `aria-invalid`; `Field` does. */
export const Input = forwardRef<HTMLInputElement, InputProps>(function Input(
  { className, size, ...rest },
  ref,
) {
  return <input {...rest} ref={ref} className={cn(controlStyles({ size }), className)} />;
});
