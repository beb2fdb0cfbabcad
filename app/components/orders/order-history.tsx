import { useTranslation } from "react-i18next";
import { MANUAL } from "~/domain/connections/manual-platform";
import type { OrderView } from "~/domain/orders/get-order.server";
import { OrderStatus } from "../status/order-status";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Money } from "../ui/money";

/** Every status the order was seen in, newest first, with the shop's own word. */
export function OrderHistory({ statuses }: { statuses: OrderView["statuses"] }) {
  const { t } = useTranslation("orders");
  if (statuses.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("page.history")} />
      <CardBody>
        <ol className="divide-y divide-line">
          {statuses.toReversed().map((change) => (
            <li
              key={`${change.at.getTime()} ${change.sourceStatus}`}
              className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 py-2"
            >
              <OrderStatus status={change.status} />
              {change.sourceStatus === MANUAL ? (
                <span className="text-sm text-muted">{t("page.byHand")}</span>
              ) : (
                <span className="font-mono text-xs text-faint">{change.sourceStatus}</span>
              )}
              <DateTime at={change.at} className="ml-auto text-sm text-muted" />
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}

/** Money that was given back. */
export function OrderRefunds({
  refunds,
  areContactsMasked,
}: Pick<OrderView, "refunds" | "areContactsMasked">) {
  const { t } = useTranslation("orders");
  if (refunds.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("page.refunds")} />
      <CardBody>
        <ul className="divide-y divide-line">
          {refunds.map((refund) => (
            <li key={refund.id} className="flex min-h-10 flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
              <Money minor={refund.amountMinor} currency={refund.currency} className="text-ink" />
              <span className="text-muted">
                {refund.reason ?? t(areContactsMasked ? "page.reasonHidden" : "page.noReason")}
              </span>
              {refund.refundedAt && (
                <DateTime at={refund.refundedAt} className="ml-auto text-sm text-muted" />
              )}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
