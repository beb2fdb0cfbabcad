import { useTranslation } from "react-i18next";
import type { ConnectionView } from "~/domain/connections/connections-queries.server";
import { ConnectionState } from "../status/connection-state";
import { Badge } from "../ui/badge";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { TimeAgo } from "../ui/time-ago";
import { TrafficWords } from "./traffic-words";

/** Every connection with how it is doing. */
export function ConnectionList({ connections }: { connections: ConnectionView[] }) {
  const { t } = useTranslation(["connections", "common"]);
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("columns.name")}</HeaderCell>
        <HeaderCell>{t("columns.health")}</HeaderCell>
        <HeaderCell>{t("columns.lastDelivery")}</HeaderCell>
        <HeaderCell isNumeric>{t("columns.today")}</HeaderCell>
      </TableHead>
      <TableBody>
        {connections.map((connection) => (
          <Row key={connection.id}>
            <Cell phone="title">
              <RowLink to={connection.id}>{connection.name}</RowLink>
              <span className="ml-2 font-normal text-faint">{connection.platformLabel}</span>
              {connection.isSample && (
                <Badge className="ml-2" title={t("common:sampleHint")}>
                  {t("common:sample")}
                </Badge>
              )}
            </Cell>
            <Cell phone="detail">
              <ConnectionState state={connection.health} />
            </Cell>
            <Cell phone="aside">
              <LastDelivery at={connection.lastDeliveryAt} />
            </Cell>
            <Cell isNumeric phone="value">
              <TrafficWords traffic={connection.traffic} usual={connection.pulse?.perDay ?? null} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function LastDelivery({ at }: { at: Date | null }) {
  const { t } = useTranslation("connections");
  return at ? <TimeAgo at={at} className="text-muted" /> : <span className="text-faint">{t("never")}</span>;
}
