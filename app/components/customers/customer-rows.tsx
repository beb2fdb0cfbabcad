import { useTranslation } from "react-i18next";
import type { ListedCustomer } from "~/domain/customers/customer-list-queries.server";
import { useFormat } from "~/i18n/use-format";
import { SampleMark } from "../lists/row-marks";
import { Phone } from "../ui/phone";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { TimeAgo } from "../ui/time-ago";
import { useCustomerName } from "./customer-name";
import { CustomerSortHeader, type CustomerSorting } from "./customer-sorting";
import { Spend } from "./spend";

type CustomerRowsProps = {
  customers: ListedCustomer[];
  /** The organization's. */
  currency: string;
  /** Null while a search decides the order. */
  sorting: CustomerSorting | null;
};

/** The customers list's table. */
export function CustomerRows({ customers, currency, sorting }: CustomerRowsProps) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const nameOf = useCustomerName();
  return (
    <Table caption={t("title")}>
      <TableHead>
        <CustomerSortHeader label={t("columns.name")} by="name" sorting={sorting} />
        <HeaderCell>{t("columns.phone")}</HeaderCell>
        <HeaderCell isSpare>{t("columns.email")}</HeaderCell>
        <CustomerSortHeader label={t("columns.orders")} by="orders" sorting={sorting} isNumeric />
        <CustomerSortHeader label={t("columns.spend")} by="spend" sorting={sorting} isNumeric />
        <CustomerSortHeader label={t("columns.lastOrder")} by="lastOrder" sorting={sorting} isNumeric />
      </TableHead>
      <TableBody>
        {customers.map((customer) => (
          <Row key={customer.id}>
            <Cell phone="title" className="@xl:w-2/5 @xl:max-w-0!">
              <span className="flex min-w-0 items-center gap-2">
                <RowLink to={customer.id} className="truncate">
                  {nameOf(customer)}
                </RowLink>
                {customer.isSample && <SampleMark />}
              </span>
            </Cell>
            <Cell phone="detail" className="text-muted">
              {customer.phone && <Phone number={customer.phone} />}
            </Cell>
            <Cell isSpare className="@xl:w-1/4 @xl:max-w-0! text-muted">
              {customer.email}
            </Cell>
            <Cell isNumeric>{format.number(customer.ordersCount)}</Cell>
            <Cell isNumeric phone="value">
              <Spend spend={customer.spend} currency={currency} />
            </Cell>
            <Cell isNumeric phone="aside" className="text-muted">
              {customer.lastOrderAt && <TimeAgo at={customer.lastOrderAt} />}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
