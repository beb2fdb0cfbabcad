import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Mapping } from "~/connectors/generic/mapping.schema";
import type { Target } from "~/connectors/generic/targets";

/** What to call a target: an id is the order's, or the customer's where deliveries tell of customers. */
export function useTargetNames(record: Mapping["record"]): (target: Target) => string {
  const { t } = useTranslation("mapping");
  return useCallback(
    (target) => {
      const isOwn = record === "customer" && (target === "id" || target === "placedAt");
      return isOwn ? t(`customerTargets.${target}`) : t(`targets.${target}`);
    },
    [t, record],
  );
}
