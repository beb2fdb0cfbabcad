import { useTranslation } from "react-i18next";
import { STOCK_STATES } from "~/domain/products/product-words";
import { listQuery } from "~/lib/list-query";
import { FilterBar, FilterChip } from "../ui/filter-chips";
import { SearchBox } from "../ui/search-box";

type ProductFilterBarProps = {
  params: { q: string; stock: string | null; shop: string | null };
  shops: { id: string; name: string }[];
};

/** Narrows the products list; a search keeps the filters. */
export function ProductFilterBar({ params: { q, stock, shop }, shops }: ProductFilterBarProps) {
  const { t } = useTranslation("products");
  const to = (change: Record<string, string | null>) => listQuery({ q, stock, shop }, change);
  return (
    <FilterBar>
      <SearchBox label={t("search")} value={q} keep={{ ...(stock && { stock }), ...(shop && { shop }) }} />
      <FilterChip
        label={t("columns.stock")}
        value={stock}
        clearTo={to({ stock: null })}
        options={STOCK_STATES.map((value) => ({
          value,
          label: t(`stock.${value}`),
          to: to({ stock: value }),
        }))}
      />
      {shops.length > 1 && (
        <FilterChip
          label={t("columns.shop")}
          value={shop}
          clearTo={to({ shop: null })}
          options={shops.map(({ id, name }) => ({ value: id, label: name, to: to({ shop: id }) }))}
        />
      )}
    </FilterBar>
  );
}
