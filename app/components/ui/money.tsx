import { useFormat } from "~/i18n/use-format";
import { cn } from "./cn";

type MoneyProps = {
  /** Integer minor units. */
  minor: number | bigint;
  /** ISO 4217. */
  currency: string;
  className?: string;
};

/** An amount with its currency, in figures of one width. */
export function Money({ minor, currency, className }: MoneyProps) {
  const format = useFormat();
  return <span className={cn("figures whitespace-nowrap", className)}>{format.money(minor, currency)}</span>;
}
