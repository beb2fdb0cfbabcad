import { useTranslation } from "react-i18next";
import { MANUAL } from "~/domain/connections/manual-platform";
import type { ProductView } from "~/domain/products/get-product.server";
import { isWebAddress } from "~/lib/is-web-address";
import { Card, CardBody, CardHeader } from "../ui/card";
import { DateTime } from "../ui/date-time";
import { Fact, Facts } from "../ui/facts";
import { Money } from "../ui/money";
import { TextLink } from "../ui/text-link";
import { StockState } from "./stock-state";

/** What it costs, whether there is any, and where it comes from. */
export function ProductFacts({ product, productsTo }: { product: ProductView; productsTo: string }) {
  const { t } = useTranslation(["productPage", "products", "lists", "orders"]);
  const { priceMinor, currency, sku, categories, url, parentId, platform } = product;
  return (
    <Card>
      <CardHeader title={t("facts")} />
      <CardBody>
        <Facts>
          <Fact label={t("products:columns.price")}>
            {priceMinor === null ? (
              <span className="text-muted">{t("noPrice")}</span>
            ) : (
              <Money minor={priceMinor} currency={currency} />
            )}
          </Fact>
          <Fact label={t("products:columns.stock")}>
            <StockState stock={product.stock} quantity={product.stockQuantity} />
          </Fact>
          {sku && (
            <Fact label={t("products:columns.sku")}>
              <span className="font-mono text-sm break-all">{sku}</span>
            </Fact>
          )}
          {parentId && (
            <Fact label={t("kindOf")}>
              <TextLink to={`${productsTo}/${parentId}`}>{t("parent")}</TextLink>
            </Fact>
          )}
          {categories.length > 0 && <Fact label={t("lists:fields.category")}>{categories.join(", ")}</Fact>}
          <Fact label={t("products:columns.shop")}>{product.shopName}</Fact>
          {url && isWebAddress(url) && (
            <Fact label={t("address")}>
              <TextLink to={url} target="_blank" rel="noreferrer">
                {t("open")}
              </TextLink>
            </Fact>
          )}
          {platform === MANUAL ? (
            <Fact label={t("entered")}>
              <DateTime at={product.createdAt} />
            </Fact>
          ) : (
            <>
              <Fact label={t("orders:page.shopNumber")}>
                <span className="font-mono text-sm break-all">{product.externalId}</span>
              </Fact>
              <Fact label={t("orders:page.lastChange")}>
                <DateTime at={product.versionAt} />
              </Fact>
            </>
          )}
        </Facts>
      </CardBody>
    </Card>
  );
}
