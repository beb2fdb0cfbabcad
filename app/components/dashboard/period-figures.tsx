import { useTranslation } from "react-i18next";
import type { Buyers } from "~/domain/analytics/buyers-queries.server";
import { averageOrderMinor, changeRatio, netMinor, type Sales } from "~/domain/analytics/sales";
import { useFormat } from "~/i18n/use-format";
import { Figure } from "../ui/figure";

type Period = { sales: Sales; buyers: Buyers };

type PeriodFiguresProps = {
  currency: string;
  now: Period;
  before: Period;
  /** In words: "vs the 30 days before". */
  against: string;
  /** Where the rows behind the numbers are. */
  to: { orders: string; customers: string };
};

/** Six numbers of one time and currency, each with its change and its definition. */
export function PeriodFigures({ currency, now, before, against, to }: PeriodFiguresProps) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const money = (minor: number | null) => (minor === null ? "–" : format.money(minor, currency));
  const change = (current: number | null, earlier: number | null) => ({
    ratio: current === null || earlier === null ? null : changeRatio(current, earlier),
    against,
  });
  const average = averageOrderMinor(now.sales);
  const figures = [
    {
      key: "revenue",
      value: money(netMinor(now.sales)),
      change: change(netMinor(now.sales), netMinor(before.sales)),
    },
    {
      key: "orders",
      value: format.number(now.sales.orders),
      change: change(now.sales.orders, before.sales.orders),
    },
    { key: "averageOrder", value: money(average), change: change(average, averageOrderMinor(before.sales)) },
    {
      key: "newCustomers",
      value: format.number(now.buyers.new),
      change: change(now.buyers.new, before.buyers.new),
    },
    {
      key: "returningCustomers",
      value: format.number(now.buyers.returning),
      change: change(now.buyers.returning, before.buyers.returning),
    },
    {
      key: "refunds",
      value: money(now.sales.refundedMinor),
      change: change(now.sales.refundedMinor, before.sales.refundedMinor),
    },
  ];
  return (
    <div className="grid grid-cols-2 gap-px overflow-hidden bg-line sm:grid-cols-3">
      {figures.map(({ key, ...figure }) => (
        <Figure
          key={key}
          {...figure}
          label={t(`figures.${key}`)}
          definition={t(`definitions.${key}`)}
          moreIs={key === "refunds" ? "bad" : "good"}
          to={key.endsWith("Customers") ? to.customers : to.orders}
          className={isWide(key) ? "bg-surface max-sm:col-span-2" : "bg-surface"}
        />
      ))}
    </div>
  );
}

/** On a phone the longest amounts have a line of their own. */
const isWide = (key: string) => key === "revenue" || key === "refunds";
