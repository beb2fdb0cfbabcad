import { useTranslation } from "react-i18next";
import type { ShopTrouble } from "~/domain/deliveries/desk/troubles-queries.server";
import { LinkButton } from "../../ui/link-button";
import { TimeAgo } from "../../ui/time-ago";

/** What is wrong between a shop and its connection, and where it is put right. */
export function ShopTroubleRow({ trouble, base }: { trouble: ShopTrouble; base: string }) {
  const { t } = useTranslation("deliveries");
  const { kind, connectionId, connectionName, count, shop, lastAt } = trouble;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 sm:px-5">
      <div className="min-w-0 max-sm:col-span-2">
        <p className="font-medium text-ink">{t(`troubles.${kind}.what`, { count: count ?? 1, shop })}</p>
        <p className="text-sm text-muted">{t(`troubles.${kind}.next`)}</p>
        <p className="text-sm text-faint">
          {connectionName}
          {lastAt && (
            <>
              {" "}
              · <TimeAgo at={lastAt} />
            </>
          )}
        </p>
      </div>
      <LinkButton size="small" to={`${base}/${connectionId}`} className="max-sm:justify-self-start">
        {t(`troubles.${kind}.action`)}
      </LinkButton>
    </li>
  );
}
