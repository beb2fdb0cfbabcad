import { useTranslation } from "react-i18next";
import type { SubscriptionListParams } from "~/domain/subscriptions/subscription-list.schema";
import { SUBSCRIPTION_STATUSES } from "~/domain/subscriptions/subscription-statuses";
import { listQuery } from "~/lib/list-query";
import { FilterBar, FilterChip } from "../ui/filter-chips";
import { SearchBox } from "../ui/search-box";

type SubscriptionFilterBarProps = {
  params: SubscriptionListParams;
  shops: { id: string; name: string }[];
};

/** Narrows the subscriptions list, and what a search finds in it. */
export function SubscriptionFilterBar({ params: { q, status, shop }, shops }: SubscriptionFilterBarProps) {
  const { t } = useTranslation("subscriptions");
  const to = (change: Record<string, string | null>) => listQuery({ q, status, shop }, change);
  return (
    <FilterBar>
      <SearchBox label={t("search")} value={q} />
      <FilterChip
        label={t("filters.status")}
        value={status ?? null}
        clearTo={to({ status: null })}
        options={SUBSCRIPTION_STATUSES.map((value) => ({
          value,
          label: t(`status.${value}`),
          to: to({ status: value }),
        }))}
      />
      {shops.length > 1 && (
        <FilterChip
          label={t("filters.shop")}
          value={shop ?? null}
          clearTo={to({ shop: null })}
          options={shops.map(({ id, name }) => ({ value: id, label: name, to: to({ shop: id }) }))}
        />
      )}
    </FilterBar>
  );
}
