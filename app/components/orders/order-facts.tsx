import { useTranslation } from "react-i18next";
import { MANUAL } from "~/domain/connections/manual-platform";
import type { OrderView } from "~/domain/orders/get-order.server";
import type { OrderOrigins } from "~/domain/orders/order-origins-queries.server";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { TextLink } from "../ui/text-link";

type OrderFactsProps = {
  order: OrderView;
  origins: OrderOrigins;
  /** The organization's address, `/o/kedai`. */
  base: string;
  deliveriesTo: string | null;
};

/** Where the order came from and how it was paid; `deliveriesTo` for roles that may see what the shop sent. */
export function OrderFacts({ order, origins, base, deliveriesTo }: OrderFactsProps) {
  const { t } = useTranslation(["orders", "subscriptions", "checkouts"]);
  const { subscription, checkout } = origins;
  return (
    <Card>
      <CardHeader
        title={t("page.facts")}
        action={deliveriesTo && <TextLink to={deliveriesTo}>{t("page.deliveries")}</TextLink>}
      />
      <CardBody>
        <Facts>
          <Fact label={t("columns.shop")}>{order.shopName}</Fact>
          <Fact label={t("columns.placed")}>
            <DateTime at={order.placedAt} />
          </Fact>
          {subscription && (
            <Fact label={t("subscriptions:columns.number")}>
              <TextLink to={`${base}/subscriptions/${subscription.id}`}>{subscription.number}</TextLink>
            </Fact>
          )}
          {checkout && (
            <Fact label={t("checkouts:page.before")}>
              <TextLink to={`${base}/checkouts/${checkout.id}`}>{checkout.number}</TextLink>
            </Fact>
          )}
          {order.channel && order.channel !== MANUAL && (
            <Fact label={t("page.channel")}>{order.channel}</Fact>
          )}
          {order.coupons.length > 0 && (
            <Fact label={t("page.coupons")}>
              <span className="font-mono text-sm">{order.coupons.join(", ")}</span>
            </Fact>
          )}
          {order.platform !== MANUAL && (
            <>
              <Fact label={t("page.source")}>
                <span className="font-mono text-sm">{order.sourceStatus}</span>
              </Fact>
              <Fact label={t("page.shopNumber")}>
                <span className="font-mono text-sm break-all">{order.externalId}</span>
              </Fact>
              <Fact label={t("page.lastChange")}>
                <DateTime at={order.versionAt} />
              </Fact>
            </>
          )}
        </Facts>
      </CardBody>
    </Card>
  );
}
