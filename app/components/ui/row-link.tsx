import { Link, type LinkProps } from "@remix-run/react";
import { cn } from "./cn";

/** The link that names a row's record; its target is the whole row. */
export function RowLink({ className, ...rest }: LinkProps) {
  return (
    <Link
      prefetch="intent"
      {...rest}
      data-row-link=""
      className={cn(
        "rounded-small font-medium text-ink outline-offset-4 after:absolute after:inset-0 hover:underline hover:decoration-line hover:underline-offset-3",
        className,
      )}
    />
  );
}
