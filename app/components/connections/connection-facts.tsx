import { useTranslation } from "react-i18next";
import type { ConnectionView } from "~/domain/connections/connections-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { TimeAgo } from "../ui/time-ago";
import { PulseFacts } from "./pulse-facts";

/** What is known of a connection, and its last 24 hours. */
export function ConnectionFacts({ connection }: { connection: ConnectionView }) {
  const { t } = useTranslation(["connections", "common"]);
  const format = useFormat();
  const { platformLabel, shop, lastDeliveryAt, createdAt, traffic } = connection;
  return (
    <Card>
      <CardHeader title={t("page.overview")} />
      <CardBody>
        <Facts>
          <Fact label={t("columns.platform")}>{platformLabel}</Fact>
          <Fact label={t("page.shop")}>
            {shop.address ?? <span className="text-faint">{t("page.shopUnknown")}</span>}
          </Fact>
          <Fact label={t("columns.lastDelivery")}>
            {lastDeliveryAt ? <TimeAgo at={lastDeliveryAt} /> : t("never")}
          </Fact>
          <Fact label={t("page.created")}>
            <DateTime at={createdAt} show="date" />
          </Fact>
        </Facts>
        <h3 className="mt-5 mb-1 text-sm font-medium text-muted">{t("columns.today")}</h3>
        <Facts>
          {(["deliveries", "needsAttention", "failed", "badSignatures"] as const).map((key) => (
            <Fact key={key} label={t(`traffic.${key}`)}>
              <span className="figures">{format.number(traffic[key])}</span>
            </Fact>
          ))}
          <PulseFacts connection={connection} />
        </Facts>
      </CardBody>
    </Card>
  );
}
