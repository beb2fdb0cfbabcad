import { ExternalLink } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ListedProduct } from "~/domain/products/product-queries.server";
import { isWebAddress } from "~/lib/is-web-address";
import { RemovedMark, SampleMark } from "../lists/row-marks";
import { Badge } from "../ui/badge";
import { Money } from "../ui/money";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "../ui/table";
import { StockState } from "./stock-state";

/** The products list's table. */
export function ProductRows({ products }: { products: ListedProduct[] }) {
  const { t } = useTranslation("products");
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("columns.name")}</HeaderCell>
        <HeaderCell>{t("columns.sku")}</HeaderCell>
        <HeaderCell isSpare>{t("columns.shop")}</HeaderCell>
        <HeaderCell>{t("columns.stock")}</HeaderCell>
        <HeaderCell isNumeric>{t("columns.price")}</HeaderCell>
      </TableHead>
      <TableBody>
        {products.map((product) => (
          <Row key={product.id}>
            <Cell phone="title" className="@xl:w-1/2 @xl:max-w-0!">
              <ProductName product={product} />
            </Cell>
            <Cell phone="detail" className="font-mono text-sm text-muted">
              {product.sku}
            </Cell>
            <Cell isSpare className="text-muted">
              {product.shopName}
            </Cell>
            <Cell phone="aside">
              <StockState stock={product.stock} quantity={product.stockQuantity} />
            </Cell>
            <Cell isNumeric phone="value">
              {product.priceMinor === null ? (
                <span className="text-faint">–</span>
              ) : (
                <Money minor={product.priceMinor} currency={product.currency} />
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function ProductName({ product }: { product: ListedProduct }) {
  const { t } = useTranslation("products");
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="truncate font-medium text-ink">{product.name}</span>
      {product.url && isWebAddress(product.url) && (
        <a
          href={product.url}
          target="_blank"
          rel="noreferrer"
          className="hit shrink-0 rounded-small text-faint hover:text-ink"
          aria-label={t("openInShop", { name: product.name })}
        >
          <ExternalLink aria-hidden="true" className="size-3.5" />
        </a>
      )}
      {product.removedAt && <RemovedMark />}
      {product.status !== "active" && <Badge>{t(`status.${product.status}`)}</Badge>}
      {product.isVariation && <Badge>{t("variation")}</Badge>}
      {product.isSample && <SampleMark />}
    </span>
  );
}
