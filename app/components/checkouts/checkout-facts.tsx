import { useTranslation } from "react-i18next";
import type { CheckoutView } from "~/domain/checkouts/get-checkout.server";
import { useFormat } from "~/i18n/use-format";
import { CheckoutStatus } from "../status/checkout-status";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { TextLink } from "../ui/text-link";

/** When it was begun, left and paid for after all, and where. */
export function CheckoutFacts({ checkout: one, base }: { checkout: CheckoutView; base: string }) {
  const { t } = useTranslation("checkouts");
  const format = useFormat();
  const times = [
    ["page.started", one.startedAt],
    ["page.active", one.activeAt],
    ["page.abandoned", one.status === "active" ? null : one.abandonedAt],
    ["page.completed", one.completedAt],
  ] as const;
  return (
    <Card>
      <CardHeader title={t("page.facts")} />
      <CardBody>
        <Facts>
          <Fact label={t("page.status")}>
            <CheckoutStatus status={one.status} />
          </Fact>
          {times.map(
            ([label, at]) =>
              at && (
                <Fact key={label} label={t(label)}>
                  <DateTime at={at} />
                </Fact>
              ),
          )}
          {one.orderId && (
            <Fact label={t("page.order")}>
              <TextLink to={`${base}/orders/${one.orderId}`}>{one.orderNumber}</TextLink>
            </Fact>
          )}
          <Fact label={t("page.visits")}>{format.number(one.visits.length)}</Fact>
          <Fact label={t("columns.shop")}>{one.shopName}</Fact>
          <Fact label={t("page.shopNumber")}>
            <span className="font-mono text-sm break-all">{one.externalId}</span>
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  );
}
