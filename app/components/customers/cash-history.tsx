import { CircleCheck, CircleX, Clock, type LucideIcon, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CashHistory as History } from "~/domain/customers/cash-history-queries.server";
import { CASH_OUTCOMES, type CashOutcome } from "~/domain/orders/cash-outcome";
import { useFormat } from "~/i18n/use-format";
import { Badge, type Tone } from "../ui/badge";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { Money } from "../ui/money";
import { TextLink } from "../ui/text-link";

const LOOKS = {
  paid: { icon: CircleCheck, tone: "good" },
  refused: { icon: CircleX, tone: "bad" },
  returned: { icon: Undo2, tone: "warn" },
  open: { icon: Clock, tone: "neutral" },
} satisfies Record<CashOutcome, { icon: LucideIcon; tone: Tone }>;

type CashHistoryProps = {
  history: History;
  /** Where orders are, without an id. */
  ordersTo: string;
};

/** How a customer's cash on delivery went: the share that was paid, how many ended how, and the newest. */
export function CashHistory({ history, ordersTo }: CashHistoryProps) {
  const { t } = useTranslation(["customerPage", "orders"]);
  const format = useFormat();
  const { orders, counts, rate, newest } = history;
  if (orders === 0) return null;
  return (
    <Card>
      <CardHeader title={t("cod.title")} />
      <CardBody>
        {rate !== null && (
          <p className="border-b border-line pb-2 text-muted">
            <span className="figures text-2xl font-medium text-ink">{format.percent(rate)}</span>{" "}
            {t("cod.rate")}
          </p>
        )}
        <Facts>
          {CASH_OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
            <Fact key={outcome} label={t(`cod.${outcome}`)}>
              <span className="figures">{format.number(counts[outcome])}</span>
            </Fact>
          ))}
        </Facts>
        <ul className="divide-y divide-line border-t border-line">
          {newest.map(({ id, number, outcome, placedAt, totalMinor, currency }) => (
            <li
              key={id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 gap-y-0.5 py-2.5"
            >
              <TextLink to={`${ordersTo}/${id}`} className="truncate">
                {t("orders:order", { number })}
              </TextLink>
              <Badge {...LOOKS[outcome]}>{t(`cod.${outcome}`)}</Badge>
              <DateTime at={placedAt} show="date" className="text-sm text-muted" />
              <Money minor={totalMinor} currency={currency} className="text-right text-sm text-muted" />
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
