import { Inbox } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ListedDelivery } from "~/domain/deliveries/deliveries-queries.server";
import { Card, CardHeader } from "../ui/card";
import { EmptyState } from "../ui/empty-state";
import { TextLink } from "../ui/text-link";
import { DeliveryRows } from "./delivery-rows";

type LatestDeliveriesProps = { deliveries: ListedDelivery[]; connectionId: string; base: string };

/** The newest lines of one connection's log. */
export function LatestDeliveries({ deliveries, connectionId, base }: LatestDeliveriesProps) {
  const { t } = useTranslation("connections");
  return (
    <Card>
      <CardHeader
        title={t("deliveries.latest")}
        action={
          deliveries.length > 0 && (
            <TextLink to={`${base}?connection=${connectionId}`}>{t("deliveries.all")}</TextLink>
          )
        }
      />
      {deliveries.length > 0 ? (
        <DeliveryRows deliveries={deliveries} base={base} hasConnection={false} />
      ) : (
        <EmptyState icon={Inbox} title={t("deliveries.empty.title")}>
          {t("deliveries.empty.body")}
        </EmptyState>
      )}
    </Card>
  );
}
