import { useTranslation } from "react-i18next";
import type { CustomerView } from "~/domain/customers/get-customer.server";
import { Button } from "../ui/button";
import { Card, CardBody, CardHeader } from "../ui/card";
import { useEditCustomer } from "./use-edit-customer";

type SetByHandProps = { customerTo: string; facts: CustomerView["byHand"]; mayEdit: boolean };

/** The facts that a colleague set, beside what the shop says, which can be let stand again. */
export function SetByHand({ customerTo, facts, mayEdit }: SetByHandProps) {
  const { t } = useTranslation("customerPage");
  const { fetcher, action, isPending } = useEditCustomer(customerTo);
  if (facts.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("byHand")} />
      <CardBody>
        <ul className="divide-y divide-line">
          {facts.map(({ field, told }) => (
            <li key={field} className="flex items-center justify-between gap-4 py-2.5">
              <span className="min-w-0">
                <span className="block text-ink">{t(`fields.${field}`)}</span>
                <span className="block text-sm break-words text-muted">
                  {told === null ? t("shopSaysNothing") : t("shopSays", { value: told })}
                </span>
              </span>
              {mayEdit && told !== null && (
                <fetcher.Form method="post" action={action} className="shrink-0">
                  <input type="hidden" name="field" value={field} />
                  <Button type="submit" name="intent" value="release" size="small" isLoading={isPending}>
                    {t("release")}
                  </Button>
                </fetcher.Form>
              )}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
