import { useTranslation } from "react-i18next";
import { OrderStatus } from "../status/order-status";
import { Badge } from "../ui/badge";
import { Card, CardHeader } from "../ui/card";
import { Money } from "../ui/money";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { TextLink } from "../ui/text-link";
import { TimeAgo } from "../ui/time-ago";

type LatestOrder = {
  id: string;
  number: string;
  status: Parameters<typeof OrderStatus>[0]["status"];
  currency: string;
  totalMinor: number;
  placedAt: Date;
  isSample: boolean;
  customerName: string | null;
  shopName: string;
};

/** The newest orders; a new one slides in by itself. */
export function LatestOrders({ orders, to }: { orders: LatestOrder[]; to: string }) {
  const { t } = useTranslation(["dashboard", "orders", "common"]);
  return (
    <Card>
      <CardHeader title={t("latest.title")} action={<TextLink to={to}>{t("latest.all")}</TextLink>} />
      <Table caption={t("latest.title")}>
        <TableHead>
          <HeaderCell>{t("orders:columns.number")}</HeaderCell>
          <HeaderCell>{t("orders:columns.customer")}</HeaderCell>
          <HeaderCell>{t("orders:columns.status")}</HeaderCell>
          <HeaderCell>{t("orders:columns.placed")}</HeaderCell>
          <HeaderCell isNumeric>{t("orders:columns.total")}</HeaderCell>
        </TableHead>
        <TableBody>
          {orders.map((order) => (
            <Row key={order.id}>
              <Cell phone="detail">
                <RowLink to={`${to}/${order.id}`}>{order.number}</RowLink>
                {order.isSample && (
                  <Badge className="ml-2" title={t("common:sampleHint")}>
                    {t("common:sample")}
                  </Badge>
                )}
              </Cell>
              <Cell phone="title">
                {order.customerName ?? <span className="text-faint">{t("guest")}</span>}
              </Cell>
              <Cell phone="aside">
                <OrderStatus status={order.status} />
              </Cell>
              <Cell>
                <TimeAgo at={order.placedAt} className="text-muted" />
              </Cell>
              <Cell isNumeric phone="value">
                <Money minor={order.totalMinor} currency={order.currency} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
