import { useTranslation } from "react-i18next";
import type { ProductSales as Sales } from "~/domain/products/product-sales-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { Money } from "../ui/money";

/** How it sells: buyers and pieces, and what they came to in each currency by itself. */
export function ProductSales({ sales }: { sales: Sales }) {
  const { t } = useTranslation("productPage");
  const format = useFormat();
  const { sums, buyers, isBounded } = sales;
  return (
    <Card>
      <CardHeader title={t("sales.title")} detail={t(isBounded ? "sales.bounded" : "sales.lead")} />
      <CardBody>
        {sums.length === 0 ? (
          <p className="text-muted">{t("sales.none")}</p>
        ) : (
          <Facts>
            <Fact label={t("sales.buyers")}>
              <span className="figures">{format.number(buyers)}</span>
            </Fact>
            {sums.map(({ currency, totalMinor, orders, quantity }) => (
              <Fact key={currency} label={t("sales.revenue", { currency })}>
                <Money minor={totalMinor} currency={currency} className="font-medium" />
                <span className="figures block text-sm text-muted">
                  {t("common:count.orders", { count: orders })}
                  {" · "}
                  {t("sales.pieces", { count: quantity })}
                </span>
              </Fact>
            ))}
          </Facts>
        )}
      </CardBody>
    </Card>
  );
}
