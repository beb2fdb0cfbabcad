import { forwardRef, type TextareaHTMLAttributes } from "react";
import { cn } from "./cn";
import { controlStyles } from "./control-styles";

/** Several lines of text. */
export const Textarea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(
  function Textarea({ className, ...rest }, ref) {
    return (
      <textarea rows={4} {...rest} ref={ref} className={cn(controlStyles({ size: "area" }), className)} />
    );
  },
);
