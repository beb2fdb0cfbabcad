import { useTranslation } from "react-i18next";
import type { Buying } from "~/domain/customers/buying-queries.server";
import { useFormat } from "~/i18n/use-format";
import { Card, CardBody, CardHeader } from "../ui/card";
import { Fact, Facts } from "../ui/facts";

/** What a customer buys most, and how cash on delivery went. */
export function CustomerBuying({ buying }: { buying: Buying }) {
  const { t } = useTranslation("customerPage");
  const format = useFormat();
  const { products, codOrders, codLost } = buying;
  return (
    <>
      {products.length > 0 && (
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
      )}
      {codOrders > 0 && (
        <Card>
          <CardHeader title={t("cod.title")} />
          <CardBody>
            <Facts>
              <Fact label={t("cod.orders")}>{format.number(codOrders)}</Fact>
              <Fact label={t("cod.lost")}>{format.number(codLost)}</Fact>
              <Fact
                label={t("cod.rate")}
              >{`${Math.round(((codOrders - codLost) / codOrders) * 100)} %`}</Fact>
            </Facts>
          </CardBody>
        </Card>
      )}
    </>
  );
}
