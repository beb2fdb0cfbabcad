import { useTranslation } from "react-i18next";
import { ORDER_STATUSES } from "~/domain/orders/order-statuses";
import { listQuery } from "~/lib/list-query";
import { FilterBar, FilterChip } from "../ui/filter-chips";
import { SearchBox } from "../ui/search-box";

type OrderFilterBarProps = {
  params: { q: string; status: string | null; shop: string | null; customer: string | null };
  shops: { id: string; name: string }[];
  /** Of whom only the orders are shown; null for all. */
  customerName: string | null;
};

/** Narrows the orders list; a search looks through all of them. */
export function OrderFilterBar({ params, shops, customerName }: OrderFilterBarProps) {
  const { t } = useTranslation("orders");
  const { q, status, shop, customer } = params;
  const to = (change: Record<string, string | null>) => listQuery({ status, shop, customer }, change);
  if (q) {
    return (
      <FilterBar>
        <SearchBox label={t("search")} value={q} />
      </FilterBar>
    );
  }
  return (
    <FilterBar>
      <SearchBox label={t("search")} value="" />
      <FilterChip
        label={t("filters.status")}
        value={status}
        clearTo={to({ status: null })}
        options={ORDER_STATUSES.map((value) => ({
          value,
          label: t(`status.${value}`),
          to: to({ status: value }),
        }))}
      />
      {shops.length > 1 && (
        <FilterChip
          label={t("filters.shop")}
          value={shop}
          clearTo={to({ shop: null })}
          options={shops.map(({ id, name }) => ({ value: id, label: name, to: to({ shop: id }) }))}
        />
      )}
      {customer && (
        <FilterChip
          label={t("columns.customer")}
          value={customer}
          clearTo={to({ customer: null })}
          options={[{ value: customer, label: customerName ?? "–", to: to({}) }]}
        />
      )}
    </FilterBar>
  );
}
