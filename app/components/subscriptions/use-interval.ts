import { useTranslation } from "react-i18next";
import type { ListedSubscription } from "~/domain/subscriptions/subscription-queries.server";

/** "every 3 months" */
export function useInterval() {
  const { t } = useTranslation("subscriptions");
  return ({ intervalCount, intervalUnit }: Pick<ListedSubscription, "intervalCount" | "intervalUnit">) =>
    t(`every.${intervalUnit}`, { count: intervalCount });
}
