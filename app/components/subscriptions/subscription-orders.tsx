import { useTranslation } from "react-i18next";
import type { SubscriptionOrder } from "~/domain/subscriptions/subscription-orders-queries.server";
import { OrderStatus } from "../status/order-status";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Money } from "../ui/money";
import { TextLink } from "../ui/text-link";

/** The orders that paid for a subscription; nothing where its shop named none. */
export function SubscriptionOrders({ orders, base }: { orders: SubscriptionOrder[]; base: string }) {
  const { t } = useTranslation(["subscriptions", "orders"]);
  if (orders.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("subscriptions:page.orders")} />
      <CardBody>
        <ul className="divide-y divide-line">
          {orders.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2.5">
              <span className="flex items-center gap-2">
                <TextLink to={`${base}/orders/${one.id}`}>
                  {t("orders:order", { number: one.number })}
                </TextLink>
                <OrderStatus status={one.status} />
              </span>
              <span className="figures flex gap-3 text-sm text-muted">
                <DateTime at={one.placedAt} />
                <Money minor={one.totalMinor} currency={one.currency} />
              </span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
