import { useTranslation } from "react-i18next";
import type { SubscriptionView } from "~/domain/subscriptions/get-subscription.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardHeader } from "../ui/card";
import { Money } from "../ui/money";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { useInterval } from "./use-interval";

/** What each payment is for, and what it comes to. */
export function SubscriptionItems({ subscription }: { subscription: SubscriptionView }) {
  const { t } = useTranslation(["subscriptions", "orders"]);
  const format = useFormat();
  const interval = useInterval();
  const { items, currency, amountMinor } = subscription;
  return (
    <Card>
      <CardHeader title={t("page.items")} />
      <Table caption={t("page.items")}>
        <TableHead>
          <HeaderCell>{t("orders:page.item")}</HeaderCell>
          <HeaderCell isNumeric>{t("orders:page.quantity")}</HeaderCell>
          <HeaderCell isNumeric>{t("orders:page.amount")}</HeaderCell>
        </TableHead>
        <TableBody>
          {items.map((item, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no id of their own, and never move
            <Row key={position}>
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
                <Money minor={item.totalMinor} currency={currency} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      <p className="figures flex justify-between gap-4 border-t border-line px-4 py-4 font-medium text-ink sm:px-5">
        <span>{t("columns.amount")}</span>
        <span>
          {t("page.amountEach", {
            amount: format.money(amountMinor, currency),
            every: interval(subscription),
          })}
        </span>
      </p>
    </Card>
  );
}
