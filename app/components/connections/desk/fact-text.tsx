import { useTranslation } from "react-i18next";
import { type FactValue, factKind } from "~/domain/deliveries/desk/record-change";
import { useFormat } from "~/i18n/use-format";

type FactTextProps = { name: string; value: FactValue; currency: string | null };

/** A record's value as people read it; a dash for none. */
export function FactText({ name, value, currency }: FactTextProps) {
  const { t } = useTranslation(["deliveries", "common", "orders"]);
  const format = useFormat();
  if (value === null) return <>–</>;
  const kind = factKind(name);
  const text = String(value);
  if (kind === "money" && currency) return <>{format.money(Number(value), currency)}</>;
  if (kind === "spend") return <>{text.split(", ").map(sum).join(", ")}</>;
  if (kind === "time") return <>{format.dateTime(text)}</>;
  if (kind === "flag") return <>{t(value ? "rehearsal.yes" : "rehearsal.no")}</>;
  if (kind === "orderStatus") return <>{t(`orders:status.${text}`)}</>;
  return <>{text}</>;

  function sum(part: string) {
    const [code = "", minor = "0"] = part.split(" ");
    return format.money(Number(minor), code);
  }
}
