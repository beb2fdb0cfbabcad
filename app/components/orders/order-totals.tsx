import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OrderView } from "~/domain/orders/get-order.server";
import { sumsOf } from "~/domain/orders/order-sums";
import { cn } from "../ui/cn";
import { Money } from "../ui/money";

/** From the items to what is kept, as the shop reckons it. */
export function OrderTotals({ order }: { order: OrderView }) {
  const { t } = useTranslation("orders");
  const sums = sumsOf(order);
  const kept = order.totalMinor - order.refundedMinor;
  const money = (minor: number) => <Money minor={minor} currency={order.currency} />;
  return (
    <dl className="grid gap-1.5 border-t border-line px-4 py-4 sm:px-5">
      <Line label={t("page.subtotal")}>{money(sums.itemsMinor)}</Line>
      {order.discountMinor > 0 &&
        (sums.isDiscountOff ? (
          <Line label={t("page.discount")}>{money(-order.discountMinor)}</Line>
        ) : (
          <Line label={t("page.discountTaken")} isQuiet>
            {money(order.discountMinor)}
          </Line>
        ))}
      {order.shippingMinor > 0 && <Line label={t("page.shipping")}>{money(order.shippingMinor)}</Line>}
      {order.taxMinor > 0 && (
        <Line label={t(sums.isTaxIncluded ? "page.taxIncluded" : "page.tax")} isQuiet={sums.isTaxIncluded}>
          {money(order.taxMinor)}
        </Line>
      )}
      {sums.restMinor !== 0 && <Line label={t("page.rest")}>{money(sums.restMinor)}</Line>}
      <Line label={t("page.total")} isStrong>
        {money(order.totalMinor)}
      </Line>
      {order.paidMinor !== order.totalMinor && <Line label={t("page.paid")}>{money(order.paidMinor)}</Line>}
      {order.refundedMinor > 0 && (
        <>
          <Line label={t("page.refunded")}>{money(-order.refundedMinor)}</Line>
          <Line label={t("page.remaining")} isStrong>
            {money(kept)}
          </Line>
        </>
      )}
    </dl>
  );
}

type LineProps = { label: string; isStrong?: boolean; isQuiet?: boolean; children: ReactNode };

function Line({ label, isStrong, isQuiet, children }: LineProps) {
  return (
    <div
      className={cn(
        "flex items-baseline justify-between gap-4",
        isStrong && "border-t border-line pt-2 font-medium text-ink",
        isQuiet && "text-sm text-faint",
      )}
    >
      <dt className={isStrong || isQuiet ? undefined : "text-muted"}>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
