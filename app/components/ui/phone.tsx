import { formatPhone } from "~/i18n/format-phone";
import { cn } from "./cn";

type PhoneProps = { number: string; isLink?: boolean; className?: string };

/** An E.164 number as people read it; with `isLink` it can be called. */
export function Phone({ number, isLink = false, className }: PhoneProps) {
  const classes = cn("figures whitespace-nowrap", className);
  if (!isLink) return <span className={classes}>{formatPhone(number)}</span>;
  return (
    <a
      href={`tel:${number}`}
      className={cn(classes, "rounded-small hover:underline hover:underline-offset-3")}
    >
      {formatPhone(number)}
    </a>
  );
}
