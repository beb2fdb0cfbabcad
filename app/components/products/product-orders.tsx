import { useTranslation } from "react-i18next";
import type { ProductSales } from "~/domain/products/product-sales-queries.server";
import { useFormat } from "~/i18n/use-format";
import { OrderStatus } from "../status/order-status";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Money } from "../ui/money";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { TextLink } from "../ui/text-link";
import { TimeAgo } from "../ui/time-ago";

type ProductOrdersProps = {
  latest: ProductSales["latest"];
  /** `/o/kedai/orders`. */
  ordersTo: string;
  productId: string;
};

/** The latest orders that hold the product, and the way to all of them. */
export function ProductOrders({ latest, ordersTo, productId }: ProductOrdersProps) {
  const { t } = useTranslation(["productPage", "orders"]);
  const format = useFormat();
  if (latest.length === 0) {
    return (
      <Card>
        <CardHeader title={t("orders.title")} />
        <CardBody>
          <p className="text-muted">{t("orders.none")}</p>
        </CardBody>
      </Card>
    );
  }
  const filter = { v: 1, match: "all", rules: [{ field: "product", op: "is", value: productId }] };
  const all = `${ordersTo}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  return (
    <Card>
      <CardHeader title={t("orders.title")} action={<TextLink to={all}>{t("orders.all")}</TextLink>} />
      <Table caption={t("orders.title")}>
        <TableHead>
          <HeaderCell>{t("orders:columns.number")}</HeaderCell>
          <HeaderCell>{t("orders:columns.status")}</HeaderCell>
          <HeaderCell isNumeric>{t("orders:page.quantity")}</HeaderCell>
          <HeaderCell isNumeric>{t("orders:page.amount")}</HeaderCell>
          <HeaderCell isNumeric isSpare>
            {t("orders:columns.placed")}
          </HeaderCell>
        </TableHead>
        <TableBody>
          {latest.map((order) => (
            <Row key={order.id}>
              <Cell phone="title">
                <RowLink to={`${ordersTo}/${order.id}`}>{order.number}</RowLink>
                {order.customerName && <span className="ml-2 text-muted">{order.customerName}</span>}
              </Cell>
              <Cell phone="aside">
                <OrderStatus status={order.status} />
              </Cell>
              <Cell isNumeric phone="detail">
                × {format.number(order.quantity)}
              </Cell>
              <Cell isNumeric phone="value">
                <Money minor={order.totalMinor} currency={order.currency} />
              </Cell>
              <Cell isNumeric isSpare className="text-muted">
                <TimeAgo at={order.placedAt} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
