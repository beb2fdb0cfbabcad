import { useTranslation } from "react-i18next";
import { MANUAL } from "~/domain/connections/manual-platform";
import type { OrderView } from "~/domain/orders/get-order.server";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { TextLink } from "../ui/text-link";

/** Where the order came from and how it was paid; `deliveriesTo` for roles that may see what the shop sent. */
export function OrderFacts({ order, deliveriesTo }: { order: OrderView; deliveriesTo: string | null }) {
  const { t } = useTranslation("orders");
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
