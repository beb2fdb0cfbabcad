import { useTranslation } from "react-i18next";
import type { ListedSubscription } from "~/domain/subscriptions/subscription-queries.server";
import { useFormat } from "~/i18n/use-format";
import { useCustomerName } from "../customers/customer-name";
import { RemovedMark, SampleMark } from "../lists/row-marks";
import { SubscriptionStatus } from "../status/subscription-status";
import { Money } from "../ui/money";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { useInterval } from "./use-interval";

/** The subscriptions list's table. */
export function SubscriptionRows({ subscriptions }: { subscriptions: ListedSubscription[] }) {
  const { t } = useTranslation("subscriptions");
  const format = useFormat();
  const interval = useInterval();
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("columns.number")}</HeaderCell>
        <HeaderCell>{t("columns.customer")}</HeaderCell>
        <HeaderCell isSpare>{t("columns.product")}</HeaderCell>
        <HeaderCell>{t("columns.status")}</HeaderCell>
        <HeaderCell isNumeric>{t("columns.amount")}</HeaderCell>
        <HeaderCell isSpare>{t("columns.interval")}</HeaderCell>
        <HeaderCell isNumeric>{t("columns.next")}</HeaderCell>
      </TableHead>
      <TableBody>
        {subscriptions.map((one) => (
          <Row key={one.id}>
            <Cell phone="title">
              <span className="flex items-center gap-2">
                <RowLink to={one.id}>{one.number}</RowLink>
                {one.removedAt && <RemovedMark />}
                {one.isSample && <SampleMark />}
              </span>
            </Cell>
            <Cell phone="detail" className="@xl:w-1/4 @xl:max-w-0!">
              <Buyer subscription={one} />
            </Cell>
            <Cell isSpare className="text-muted @xl:w-1/4 @xl:max-w-0!">
              {one.items[0]?.name}
            </Cell>
            <Cell phone="aside">
              <SubscriptionStatus status={one.status} />
            </Cell>
            <Cell isNumeric phone="value">
              <Money minor={one.amountMinor} currency={one.currency} />
            </Cell>
            <Cell isSpare className="text-muted">
              {interval(one)}
            </Cell>
            <Cell isNumeric className="text-muted">
              {one.nextPaymentAt ? format.date(one.nextPaymentAt) : t("noNext")}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Buyer({ subscription }: { subscription: ListedSubscription }) {
  const { t } = useTranslation("subscriptions");
  const nameOf = useCustomerName();
  const { customerId, customerName: name, email, phone } = subscription;
  if (!customerId) return <span className="text-faint">{t("noCustomer")}</span>;
  return <>{nameOf({ name, email, phone })}</>;
}
