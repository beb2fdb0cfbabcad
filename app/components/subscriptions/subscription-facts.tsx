import { useTranslation } from "react-i18next";
import { MANUAL } from "~/domain/connections/manual-platform";
import type { SubscriptionView } from "~/domain/subscriptions/get-subscription.server";
import { useCustomerName } from "../customers/customer-name";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { TextLink } from "../ui/text-link";

/** Who pays, since when, when next, and how the shop calls it. */
export function SubscriptionFacts({
  subscription: one,
  base,
}: {
  subscription: SubscriptionView;
  base: string;
}) {
  const { t } = useTranslation("subscriptions");
  const nameOf = useCustomerName();
  const times = [
    ["page.next", one.nextPaymentAt],
    ["page.last", one.lastPaymentAt],
    ["page.started", one.startedAt],
    ["page.trialEnds", one.trialEndsAt],
    ["page.cancelled", one.cancelledAt],
    ["page.ended", one.endedAt],
  ] as const;
  return (
    <Card>
      <CardHeader title={t("page.facts")} />
      <CardBody>
        <Facts>
          <Fact label={t("columns.customer")}>
            {one.customerId ? (
              <TextLink to={`${base}/customers/${one.customerId}`}>
                {nameOf({ name: one.customerName, email: one.email, phone: one.phone })}
              </TextLink>
            ) : (
              <span className="text-muted">{t("noCustomer")}</span>
            )}
          </Fact>
          {times.map(
            ([label, at]) =>
              at && (
                <Fact key={label} label={t(label)}>
                  <DateTime at={at} />
                </Fact>
              ),
          )}
          {one.paymentMethod && <Fact label={t("page.payment")}>{one.paymentMethod}</Fact>}
          <Fact label={t("columns.shop")}>{one.shopName}</Fact>
          {one.platform !== MANUAL && (
            <>
              <Fact label={t("page.source")}>
                <span className="font-mono text-sm">{one.sourceStatus}</span>
              </Fact>
              <Fact label={t("page.shopNumber")}>
                <span className="font-mono text-sm break-all">{one.externalId}</span>
              </Fact>
            </>
          )}
        </Facts>
      </CardBody>
    </Card>
  );
}
