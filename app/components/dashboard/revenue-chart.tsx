import { useTranslation } from "react-i18next";
import type { DayRevenue } from "~/domain/analytics/sales";
import { formatDay } from "~/i18n/format-date";
import { useFormat } from "~/i18n/use-format";
import { useLanguage } from "~/i18n/use-language";
import { currencyDigits } from "~/lib/money";
import { AreaChart } from "../ui/area-chart";

/** Revenue per local day, with the day 30 days earlier beside it. */
export function RevenueChart({ days, currency }: { days: DayRevenue[]; currency: string }) {
  const { t } = useTranslation("dashboard");
  const language = useLanguage();
  const format = useFormat();
  const unit = 10 ** currencyDigits(currency);
  return (
    <AreaChart
      title={t("chart.titleWithCurrency", { currency })}
      // A day is a date, not an instant: it is written as it stands.
      points={days.map(({ day, netMinor, beforeNetMinor }) => ({
        label: formatDay(`${day}T00:00:00Z`, "UTC", language),
        value: netMinor,
        before: beforeNetMinor,
      }))}
      valueName={t("chart.now")}
      beforeName={t("chart.before")}
      formatValue={(minor) => format.money(minor, currency)}
      formatTick={(minor) => format.compact(minor / unit)}
    />
  );
}
