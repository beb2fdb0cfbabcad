import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** A span of time in the one unit that suits it, to a tenth below ten. */
export function Lag({ ms }: { ms: number }) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const [unit, size] =
    ms >= HOUR_MS
      ? (["hours", HOUR_MS] as const)
      : ms >= MINUTE_MS
        ? (["minutes", MINUTE_MS] as const)
        : (["seconds", SECOND_MS] as const);
  const amount = ms / size;
  const shown = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount);
  return <span className="figures">{t(`span.${unit}`, { amount: format.number(shown) })}</span>;
}
