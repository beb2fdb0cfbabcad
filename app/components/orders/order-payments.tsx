import { useTranslation } from "react-i18next";
import type { OrderView } from "~/domain/orders/get-order.server";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { Money } from "../ui/money";

/** What is known of how an order was paid, and what is still owed. */
export function OrderPayments({ order }: { order: OrderView }) {
  const { t } = useTranslation("orders");
  const { currency, paidMinor, totalMinor, status } = order;
  const method = order.isCashOnDelivery ? t("cashOnDelivery") : order.paymentMethod;
  const isOpen = status !== "cancelled" && status !== "failed";
  const owed = isOpen ? totalMinor - paidMinor : 0;
  return (
    <Card>
      <CardHeader title={t("page.payments")} />
      <CardBody>
        <Facts>
          <Fact label={t("page.payment")}>{method ?? t("page.methodUnknown")}</Fact>
          <Fact label={t("page.paid")}>
            <Money minor={paidMinor} currency={currency} />
          </Fact>
          {order.paidAt && (
            <Fact label={t("page.paidAt")}>
              <DateTime at={order.paidAt} />
            </Fact>
          )}
          {owed > 0 && (
            <Fact label={t("page.owed")}>
              <Money minor={owed} currency={currency} />
            </Fact>
          )}
        </Facts>
      </CardBody>
    </Card>
  );
}
