import { Link, type LinkProps } from "@remix-run/react";
import { type ButtonStyle, buttonStyles } from "./button-styles";
import { cn } from "./cn";

/** A link that looks like a button: use it whenever pressing goes somewhere. */
export function LinkButton({ variant, size, isBlock, className, ...rest }: LinkProps & ButtonStyle) {
  return (
    <Link prefetch="intent" {...rest} className={cn(buttonStyles({ variant, size, isBlock }), className)} />
  );
}
