import { useTranslation } from "react-i18next";
import type { CheckoutView } from "~/domain/checkouts/get-checkout.server";
import { LineItemsTable } from "../lists/line-items-table";
import { Card, CardHeader } from "../ui/card";
import { Money } from "../ui/money";

/** What was in the checkout, and what it came to. */
export function CheckoutItems({ checkout }: { checkout: CheckoutView }) {
  const { t } = useTranslation("checkouts");
  const { items, currency, totalMinor } = checkout;
  return (
    <Card>
      <CardHeader title={t("page.items")} />
      <LineItemsTable caption={t("page.items")} items={items} currency={currency} />
      <p className="figures flex justify-between gap-4 border-t border-line px-4 pt-4 font-medium text-ink sm:px-5">
        <span>{t("page.total")}</span>
        <Money minor={totalMinor} currency={currency} />
      </p>
      <p className="px-4 pt-1 pb-4 text-sm text-muted sm:px-5">{t("page.noRevenue")}</p>
    </Card>
  );
}
