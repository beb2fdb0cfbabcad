import { useTranslation } from "react-i18next";
import type { CustomerSubscription } from "~/domain/subscriptions/subscription-queries.server";
import { useFormat } from "~/i18n/use-format";
import { SubscriptionStatus } from "../status/subscription-status";
import { Card, CardBody, CardHeader } from "../ui/card";
import { TextLink } from "../ui/text-link";
import { useInterval } from "./use-interval";

type CustomerSubscriptionsProps = {
  subscriptions: CustomerSubscription[];
  /** The list's address: `/o/kedai/subscriptions`. */
  to: string;
};

/** What a customer pays for again and again; nothing when there is none. */
export function CustomerSubscriptions({ subscriptions, to }: CustomerSubscriptionsProps) {
  const { t } = useTranslation("subscriptions");
  const format = useFormat();
  const interval = useInterval();
  if (subscriptions.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("page.ofCustomer")} />
      <CardBody>
        <ul className="divide-y divide-line">
          {subscriptions.map((one) => (
            <li key={one.id} className="grid gap-1 py-2.5">
              <span className="flex items-center justify-between gap-3">
                <TextLink to={`${to}/${one.id}`} className="min-w-0 truncate">
                  {one.items[0]?.name ?? t("subscription", { number: one.number })}
                </TextLink>
                <SubscriptionStatus status={one.status} />
              </span>
              <span className="figures flex justify-between gap-3 text-sm text-muted">
                <span>
                  {t("page.amountEach", {
                    amount: format.money(one.amountMinor, one.currency),
                    every: interval(one),
                  })}
                </span>
                {one.nextPaymentAt && <span>{format.date(one.nextPaymentAt)}</span>}
              </span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
