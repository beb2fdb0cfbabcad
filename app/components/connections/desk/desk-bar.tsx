import { useTranslation } from "react-i18next";
import { type DeliveryFilters, hasFilters } from "~/domain/deliveries/delivery-filters";
import { ReplayActions } from "./replay-actions";
import type { Ticked } from "./use-ticked";

type DeskBarProps = { filters: DeliveryFilters; ticked: Ticked; mayReplay: boolean; action: string };

/** What can be done to the rows that are ticked, or to all that the filters leave. */
export function DeskBar({ filters, ticked, mayReplay, action }: DeskBarProps) {
  const { t } = useTranslation("deliveries");
  const isSome = ticked.ids.length > 0;
  if (!mayReplay || (!isSome && !hasFilters(filters))) return null;
  return (
    <div className="mb-3 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2" role="status">
      <span className="text-sm text-muted">
        {isSome ? t("replay.some", { count: ticked.ids.length }) : t("replay.matching")}
      </span>
      <ReplayActions
        size="small"
        selection={isSome ? { kind: "ids", ids: ticked.ids } : { kind: "matching", filters }}
        action={action}
        onDone={ticked.clear}
      />
    </div>
  );
}
