import { useTranslation } from "react-i18next";
import type { ProductView } from "~/domain/products/get-product.server";
import { Card, CardHeader } from "../ui/card";
import { Money } from "../ui/money";
import { RowLink } from "../ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { StockState } from "./stock-state";

type ProductVariationsProps = { variations: ProductView["variations"]; productsTo: string };

/** The kinds that a product is sold in, each with its price and stock; nothing when there are none. */
export function ProductVariations({ variations, productsTo }: ProductVariationsProps) {
  const { t } = useTranslation(["productPage", "products"]);
  if (variations.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("variations")} />
      <Table caption={t("variations")}>
        <TableHead>
          <HeaderCell>{t("products:columns.name")}</HeaderCell>
          <HeaderCell>{t("products:columns.sku")}</HeaderCell>
          <HeaderCell>{t("products:columns.stock")}</HeaderCell>
          <HeaderCell isNumeric>{t("products:columns.price")}</HeaderCell>
        </TableHead>
        <TableBody>
          {variations.map((one) => (
            <Row key={one.id}>
              <Cell phone="title">
                <RowLink to={`${productsTo}/${one.id}`}>{one.name}</RowLink>
              </Cell>
              <Cell phone="detail" className="font-mono text-sm text-muted">
                {one.sku}
              </Cell>
              <Cell phone="aside">
                <StockState stock={one.stock} quantity={one.stockQuantity} />
              </Cell>
              <Cell isNumeric phone="value">
                {one.priceMinor !== null && <Money minor={one.priceMinor} currency={one.currency} />}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
