import { useTranslation } from "react-i18next";
import type { CustomerView } from "~/domain/customers/get-customer.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { Money } from "../ui/money";

/** What a customer bought: one block per currency, never added up. */
export function CustomerMoney({ customer, gapDays }: { customer: CustomerView; gapDays: number | null }) {
  const { t } = useTranslation(["customers", "customerPage"]);
  const format = useFormat();
  return (
    <Card>
      <CardHeader title={t("columns.spend")} />
      <CardBody>
        {customer.spend.length === 0 && <p className="pb-2 text-muted">{t("page.nothingPaid")}</p>}
        {customer.spend.map((one) => (
          <div key={one.currency} className="border-b border-line pb-2 not-first:pt-3">
            <p className="text-2xl font-medium text-ink">
              <Money minor={one.netMinor} currency={one.currency} />
            </p>
            <Facts>
              <Fact label={t("columns.orders")}>{format.number(one.ordersCount)}</Fact>
              <Fact label={t("page.averageOrder")}>
                <Money minor={Math.round(one.grossMinor / one.ordersCount)} currency={one.currency} />
              </Fact>
              {one.refundedMinor > 0 && (
                <Fact label={t("page.refunded")}>
                  <Money minor={one.refundedMinor} currency={one.currency} />
                </Fact>
              )}
            </Facts>
          </div>
        ))}
        <Facts>
          {customer.firstOrderAt && (
            <Fact label={t("columns.firstOrder")}>
              <DateTime at={customer.firstOrderAt} show="date" />
            </Fact>
          )}
          {customer.lastOrderAt && (
            <Fact label={t("columns.lastOrder")}>
              <DateTime at={customer.lastOrderAt} show="date" />
            </Fact>
          )}
          {gapDays !== null && gapDays > 0 && (
            <Fact label={t("customerPage:gap")}>{t("customerPage:gapDays", { count: gapDays })}</Fact>
          )}
        </Facts>
      </CardBody>
    </Card>
  );
}
