import { useTranslation } from "react-i18next";
import type { Buying } from "~/domain/customers/buying-queries.server";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Facts } from "../ui/facts";

/** What a customer buys most. */
export function CustomerBuying({ products }: Pick<Buying, "products">) {
  const { t } = useTranslation("customerPage");
  if (products.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("products.title")} />
      <CardBody>
        <Facts>
          {products.map(({ name, quantity }) => (
            <div key={name} className="flex min-h-10 items-baseline justify-between gap-4 py-2.5">
              <dt className="min-w-0 break-words text-ink">{name}</dt>
              <dd className="figures shrink-0 text-muted">{t("products.times", { count: quantity })}</dd>
            </div>
          ))}
        </Facts>
      </CardBody>
    </Card>
  );
}
