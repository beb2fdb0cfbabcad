import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { OrderView } from "~/domain/orders/get-order.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardHeader } from "../ui/card";
import { Money } from "../ui/money";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { OrderTotals } from "./order-totals";

/** What was bought, and what it adds up to. */
export function OrderItems({ order, action }: { order: OrderView; action: ReactNode }) {
  const { t } = useTranslation("orders");
  const format = useFormat();
  return (
    <Card>
      <CardHeader title={t("page.items")} action={action} />
      <Table caption={t("page.items")}>
        <TableHead>
          <HeaderCell>{t("page.item")}</HeaderCell>
          <HeaderCell isNumeric>{t("page.quantity")}</HeaderCell>
          <HeaderCell isNumeric>{t("page.amount")}</HeaderCell>
        </TableHead>
        <TableBody>
          {order.items.map((item) => (
            <Row key={item.position}>
              <Cell phone="title" className="py-2! whitespace-normal! @xl:w-full">
                <span className="text-ink">{item.name}</span>
                {item.sku && (
                  <span className="block font-mono text-xs font-normal text-faint">{item.sku}</span>
                )}
              </Cell>
              <Cell isNumeric phone="detail">
                × {format.number(item.quantity)}
              </Cell>
              <Cell isNumeric phone="value">
                <Money minor={item.totalMinor} currency={order.currency} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      <OrderTotals order={order} />
    </Card>
  );
}
