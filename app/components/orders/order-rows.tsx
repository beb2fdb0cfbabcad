import { useTranslation } from "react-i18next";
import type { ListedOrder } from "~/domain/orders/order-list-queries.server";
import { useCustomerName } from "../customers/customer-name";
import { RemovedMark, SampleMark, TestMark } from "../lists/row-marks";
import { OrderStatus } from "../status/order-status";
import { Money } from "../ui/money";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { TimeAgo } from "../ui/time-ago";

/** The orders list's table. */
export function OrderRows({ orders }: { orders: ListedOrder[] }) {
  const { t } = useTranslation("orders");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("columns.number")}</HeaderCell>
        <HeaderCell>{t("columns.customer")}</HeaderCell>
        <HeaderCell isSpare>{t("columns.shop")}</HeaderCell>
        <HeaderCell>{t("columns.status")}</HeaderCell>
        <HeaderCell isNumeric>{t("columns.total")}</HeaderCell>
        <HeaderCell isNumeric>{t("columns.placed")}</HeaderCell>
      </TableHead>
      <TableBody>
        {orders.map((order) => (
          <Row key={order.id}>
            <Cell phone="title">
              <span className="flex items-center gap-2">
                <RowLink to={order.id}>{order.number}</RowLink>
                {order.isTest && <TestMark />}
                {order.removedAt && <RemovedMark />}
                {order.isSample && <SampleMark />}
              </span>
            </Cell>
            <Cell phone="detail" className="@xl:w-1/3 @xl:max-w-0!">
              <Buyer order={order} />
            </Cell>
            <Cell isSpare className="text-muted">
              {order.shopName}
            </Cell>
            <Cell phone="aside">
              <OrderStatus status={order.status} />
            </Cell>
            <Cell isNumeric phone="value">
              <Money minor={order.totalMinor} currency={order.currency} />
            </Cell>
            <Cell isNumeric className="text-muted">
              <TimeAgo at={order.placedAt} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Buyer({ order }: { order: ListedOrder }) {
  const { t } = useTranslation("orders");
  const nameOf = useCustomerName();
  if (!order.customerId) return <span className="text-faint">{t("noCustomer")}</span>;
  return <>{nameOf({ name: order.customerName, email: order.email, phone: order.phone })}</>;
}
