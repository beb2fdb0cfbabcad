import { useTranslation } from "react-i18next";
import type { DeliveryView } from "~/domain/deliveries/get-delivery.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { TextLink } from "../ui/text-link";
import { DeliveryTimeline } from "./delivery-timeline";

/** Where a delivery came from and what happened to it. */
export function DeliveryFacts({
  delivery,
  connectionsTo,
}: {
  delivery: DeliveryView;
  connectionsTo: string;
}) {
  const { t } = useTranslation("connections");
  const format = useFormat();
  const { connection, topic, bodyBytes, sourceShop, id } = delivery;
  return (
    <Card>
      <CardHeader title={t("deliveries.timeline")} />
      <CardBody>
        <DeliveryTimeline delivery={delivery} />
        <Facts className="mt-4 border-t border-line">
          <Fact label={t("columns.name")}>
            <TextLink to={`${connectionsTo}/${connection.id}`}>{connection.name}</TextLink>
          </Fact>
          <Fact label={t("deliveries.columns.topic")}>
            <code className="font-mono text-sm">{topic}</code>
          </Fact>
          {sourceShop && (
            <Fact label={t("deliveries.sourceShop")}>
              <span className="text-sm">{sourceShop}</span>
            </Fact>
          )}
          <Fact label={t("deliveries.columns.size")}>
            <span className="figures">{t("deliveries.bytes", { size: format.number(bodyBytes) })}</span>
          </Fact>
          <Fact label={t("deliveries.id")}>
            <code className="font-mono text-xs break-all">{id}</code>
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  );
}
