import { useTranslation } from "react-i18next";
import type { ListedSubscription } from "~/domain/subscriptions/subscription-queries.server";

/** "every month", "every 3 months". Not by plural forms: some languages have one form for every number. */
export function useInterval() {
  const { t } = useTranslation("subscriptions");
  return ({ intervalCount, intervalUnit }: Pick<ListedSubscription, "intervalCount" | "intervalUnit">) =>
    intervalCount === 1 ? t(`each.${intervalUnit}`) : t(`every.${intervalUnit}`, { count: intervalCount });
}
