import { useTranslation } from "react-i18next";
import type { CustomerCheckout } from "~/domain/checkouts/checkout-queries.server";
import { useFormat } from "~/i18n/use-format";
import { CheckoutStatus } from "../status/checkout-status";
import { Card, CardBody, CardHeader } from "../ui/card";
import { TextLink } from "../ui/text-link";
import { useItemWords } from "./use-item-words";

type CustomerCheckoutsProps = {
  checkouts: CustomerCheckout[];
  /** The list's address: `/o/kedai/checkouts`. */
  to: string;
};

/** What a customer began to pay for and left; nothing when there is none. */
export function CustomerCheckouts({ checkouts, to }: CustomerCheckoutsProps) {
  const { t } = useTranslation("checkouts");
  const format = useFormat();
  const itemWords = useItemWords();
  if (checkouts.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("page.ofCustomer")} />
      <CardBody>
        <ul className="divide-y divide-line">
          {checkouts.map((one) => (
            <li key={one.id} className="grid gap-1 py-2.5">
              <span className="flex items-center justify-between gap-3">
                <TextLink to={`${to}/${one.id}`} className="min-w-0 truncate">
                  {itemWords(one.items) || t("checkout", { number: one.number })}
                </TextLink>
                <CheckoutStatus status={one.status} />
              </span>
              <span className="figures flex justify-between gap-3 text-sm text-muted">
                <span>{format.money(one.totalMinor, one.currency)}</span>
                <span>{format.date(one.activeAt)}</span>
              </span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
