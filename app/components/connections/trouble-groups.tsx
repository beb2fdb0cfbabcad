import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DeliveryFilters, NO_FILTERS, writeLogQuery } from "~/domain/deliveries/delivery-filters";
import type { ShopTrouble, Trouble } from "~/domain/deliveries/desk/troubles-queries.server";
import { useFormat } from "~/i18n/use-format";
import { DeliveryOutcome } from "../status/delivery-outcome";
import { Card, CardHeader } from "../ui/card";
import { TimeAgo } from "../ui/time-ago";
import { DeliveryReason } from "./delivery-reason";
import { ShopTroubleRow } from "./desk/shop-trouble-row";
import { TroubleRemedy } from "./desk/trouble-remedy";

type TroubleGroupsProps = {
  troubles: Trouble[];
  shopTroubles: ShopTrouble[];
  filters: DeliveryFilters;
  /** Where connections are. */
  base: string;
  mayReplay: boolean;
};

/** What needs somebody, by reason and connection, each with the one act that solves it. */
export function TroubleGroups({ troubles, shopTroubles, filters, base, mayReplay }: TroubleGroupsProps) {
  const { t } = useTranslation("connections");
  if (troubles.length + shopTroubles.length === 0 || filters.reason) return null;
  return (
    <Card className="mb-4">
      <CardHeader title={t("troubles.title")} detail={t("troubles.lead")} />
      <ul className="divide-y divide-line border-t border-line">
        {shopTroubles.map((trouble) => (
          <ShopTroubleRow key={`${trouble.kind} ${trouble.connectionId}`} trouble={trouble} base={base} />
        ))}
        {troubles.map((trouble) => (
          <TroubleRow
            key={`${trouble.outcome} ${trouble.reason} ${trouble.connectionId}`}
            trouble={trouble}
            remedy={mayReplay && <TroubleRemedy trouble={trouble} base={base} />}
          />
        ))}
      </ul>
    </Card>
  );
}

function TroubleRow({ trouble, remedy }: { trouble: Trouble; remedy: React.ReactNode }) {
  const { t } = useTranslation("deliveries");
  const format = useFormat();
  const { outcome, reason, connectionId, connectionName, count, firstAt, lastAt } = trouble;
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover sm:px-5">
      <Link
        to={writeLogQuery(NO_FILTERS, { connection: connectionId, outcome, reason })}
        className="rounded-small font-medium text-ink after:absolute after:inset-0"
      >
        <DeliveryReason reason={reason} outcome={outcome} />
      </Link>
      <span className="flex items-center justify-end gap-3">
        <DeliveryOutcome outcome={outcome} className="max-sm:hidden" />
        <span className="figures font-medium">{format.number(count)}</span>
      </span>
      <p className="col-span-2 text-sm text-muted">
        <DeliveryReason reason={reason} outcome={outcome} part="next" />
      </p>
      <p className="text-sm text-faint">
        {connectionName} · <TimeAgo at={lastAt} />
        {count > 1 && (
          <>
            , {t("troubles.first")} <TimeAgo at={firstAt} />
          </>
        )}
      </p>
      <span className="relative z-10 justify-self-end empty:hidden max-sm:col-span-2 max-sm:justify-self-start">
        {remedy}
      </span>
    </li>
  );
}
