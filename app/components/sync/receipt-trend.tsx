import { useTranslation } from "react-i18next";
import type { Sync } from "~/domain/receipts/sync-queries.server";
import { useFormat } from "~/i18n/use-format";
import { CardBody } from "../ui/card";
import { cn } from "../ui/cn";
import { noonOf } from "./noon-of";

/** A bar for each day: how many of the shop's orders are here. A day that lacks some stands out. */
export function ReceiptTrend({ receipts }: { receipts: Sync["receipts"] }) {
  const { t } = useTranslation("receipts");
  const format = useFormat();
  const days = new Map<string, { shop: number; lacking: number }>();
  for (const { day, shopCount, missing } of receipts) {
    const sum = days.get(day) ?? { shop: 0, lacking: 0 };
    days.set(day, { shop: sum.shop + shopCount, lacking: sum.lacking + missing });
  }
  const most = Math.max(1, ...[...days.values()].map(({ shop }) => shop));
  return (
    <CardBody>
      <p className="mb-2 text-sm text-muted">{t("receipts.trend")}</p>
      <ol className="flex h-14 items-end gap-px" aria-label={t("receipts.trend")}>
        {[...days].reverse().map(([day, { shop, lacking }]) => {
          const words = t("receipts.trendDay", {
            day: format.date(noonOf(day)),
            own: shop - lacking,
            shop,
          });
          return (
            <li key={day} title={words} className="flex h-full max-w-6 min-w-0 flex-1 flex-col justify-end">
              <span className="sr-only">{words}</span>
              <span
                aria-hidden="true"
                className={cn("w-full bg-warn-text", lacking > 0 && "min-h-0.5")}
                style={{ height: `${(lacking / most) * 100}%` }}
              />
              <span
                aria-hidden="true"
                className="w-full bg-chart-1"
                style={{ height: `${((shop - lacking) / most) * 100}%` }}
              />
            </li>
          );
        })}
      </ol>
    </CardBody>
  );
}
