import { useTranslation } from "react-i18next";
import type { LineItem } from "~/connectors/canonical";
import { useFormat } from "~/i18n/use-format";
import { Money } from "../ui/money";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";

type LineItemsTableProps = { caption: string; items: readonly LineItem[]; currency: string };

/** Lines of a subscription or a checkout: what, how many, how much. */
export function LineItemsTable({ caption, items, currency }: LineItemsTableProps) {
  const { t } = useTranslation("orders");
  const format = useFormat();
  return (
    <Table caption={caption}>
      <TableHead>
        <HeaderCell>{t("page.item")}</HeaderCell>
        <HeaderCell isNumeric>{t("page.quantity")}</HeaderCell>
        <HeaderCell isNumeric>{t("page.amount")}</HeaderCell>
      </TableHead>
      <TableBody>
        {items.map((item, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no id of their own, and never move
          <Row key={position}>
            <Cell phone="title" className="py-2! whitespace-normal! @xl:w-full">
              <span className="text-ink">{item.name}</span>
              {item.sku && <span className="block font-mono text-xs font-normal text-faint">{item.sku}</span>}
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
  );
}
