import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Trouble } from "~/domain/deliveries/deliveries-queries.server";
import { type DeliveryFilters, NO_FILTERS, writeLogQuery } from "~/domain/deliveries/delivery-filters";
import { useFormat } from "~/i18n/use-format";
import { DeliveryOutcome } from "../status/delivery-outcome";
import { Card, CardHeader } from "../ui/card";
import { TimeAgo } from "../ui/time-ago";
import { DeliveryReason } from "./delivery-reason";

/** What needs somebody, one line per reason with its next step; a press shows its deliveries. */
export function TroubleGroups({ troubles, filters }: { troubles: Trouble[]; filters: DeliveryFilters }) {
  const { t } = useTranslation("connections");
  const format = useFormat();
  if (troubles.length === 0 || filters.reason) return null;
  return (
    <Card className="mb-4">
      <CardHeader title={t("troubles.title")} detail={t("troubles.lead")} />
      <ul className="divide-y divide-line border-t border-line">
        {troubles.map(({ outcome, reason, count, lastAt }) => (
          <li
            key={`${outcome} ${reason}`}
            className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover sm:px-5"
          >
            <Link
              to={writeLogQuery(NO_FILTERS, { connection: filters.connection, outcome, reason })}
              className="rounded-small font-medium text-ink after:absolute after:inset-0"
            >
              <DeliveryReason reason={reason} outcome={outcome} />
            </Link>
            <span className="flex items-center justify-end gap-3">
              <DeliveryOutcome outcome={outcome} className="max-sm:hidden" />
              <span className="figures font-medium">{format.number(count)}</span>
            </span>
            <p className="text-sm text-muted">
              <DeliveryReason reason={reason} outcome={outcome} part="next" />
            </p>
            <TimeAgo at={lastAt} className="text-right text-sm text-faint" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
