import { useTranslation } from "react-i18next";
import type { SubscriptionView } from "~/domain/subscriptions/get-subscription.server";
import { useFormat } from "~/i18n/use-format";
import { LineItemsTable } from "../lists/line-items-table";
import { Card, CardHeader } from "../ui/card";
import { useInterval } from "./use-interval";

/** What each payment is for, and what it comes to. */
export function SubscriptionItems({ subscription }: { subscription: SubscriptionView }) {
  const { t } = useTranslation("subscriptions");
  const format = useFormat();
  const interval = useInterval();
  const { items, currency, amountMinor } = subscription;
  return (
    <Card>
      <CardHeader title={t("page.items")} />
      <LineItemsTable caption={t("page.items")} items={items} currency={currency} />
      <p className="figures flex justify-between gap-4 border-t border-line px-4 py-4 font-medium text-ink sm:px-5">
        <span>{t("columns.amount")}</span>
        <span>
          {t("page.amountEach", {
            amount: format.money(amountMinor, currency),
            every: interval(subscription),
          })}
        </span>
      </p>
    </Card>
  );
}
