import { Link, type LinkProps } from "@remix-run/react";
import { cn } from "./cn";

/** A link in running text. */
export function TextLink({ className, ...rest }: LinkProps) {
  return (
    <Link
      {...rest}
      className={cn(
        "rounded-small text-brand-text underline decoration-brand-text/40 underline-offset-3 transition-colors hover:decoration-brand-text",
        className,
      )}
    />
  );
}
