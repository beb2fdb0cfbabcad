import { FlaskConical, ShieldCheck, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { OrderView } from "~/domain/orders/get-order.server";
import { useFormat } from "~/i18n/use-format";
import { Banner } from "../ui/banner";

/** Why an order does not count, or does not say who bought. */
export function OrderNotices({ order }: { order: OrderView }) {
  const { t } = useTranslation("orders");
  const format = useFormat();
  return (
    <div className="mb-4 grid gap-2 empty:hidden">
      {order.deletedAt && (
        <Banner tone="warn" icon={Trash2}>
          {t("trashed")}
        </Banner>
      )}
      {order.removedAt && (
        <Banner tone="warn" icon={Trash2}>
          {t("removedHint", { date: format.date(order.removedAt) })}
        </Banner>
      )}
      {order.isTest && (
        <Banner tone="info" icon={FlaskConical}>
          {t("testHint")}
        </Banner>
      )}
      {order.erasedAt && (
        <Banner tone="info" icon={ShieldCheck}>
          {t("erased")}
        </Banner>
      )}
    </div>
  );
}
