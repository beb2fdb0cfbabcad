import { useTranslation } from "react-i18next";
import { SORTS, usualOrder } from "~/domain/filters/list-sorts";
import { FilterChip } from "../ui/filter-chips";
import { SortHeader } from "../ui/sort-header";
import { HeaderCell } from "../ui/table";

export type CustomerSorting = { sort: string; order: "asc" | "desc" };

const FIRST_SORT = SORTS.customers[0];
const sortTo = (sort: string, order = usualOrder(sort)) => {
  const isUsual = order === usualOrder(sort);
  return sort === FIRST_SORT && isUsual ? "?" : `?sort=${sort}${isUsual ? "" : `&order=${order}`}`;
};

type CustomerSortHeaderProps = {
  label: string;
  by: string;
  sorting: CustomerSorting | null;
  isNumeric?: boolean;
};

/** A column that sorts; a plain one where a search decides the order. */
export function CustomerSortHeader({ label, by, sorting, isNumeric }: CustomerSortHeaderProps) {
  if (!sorting) return <HeaderCell isNumeric={isNumeric}>{label}</HeaderCell>;
  const isMine = sorting.sort === by;
  const turned = sorting.order === "asc" ? "desc" : "asc";
  return (
    <SortHeader
      label={label}
      isNumeric={isNumeric}
      to={sortTo(by, isMine ? turned : undefined)}
      order={isMine ? (sorting.order === "asc" ? "ascending" : "descending") : null}
    />
  );
}

/** All ways to sort, also those without a column, and on phones, which have no header. */
export function CustomerSortChip({ sort }: { sort: string }) {
  const { t } = useTranslation("customers");
  return (
    <FilterChip
      label={t("sort")}
      value={sort === FIRST_SORT ? null : sort}
      clearTo="?"
      options={SORTS.customers.map((value) => ({
        value,
        label: t(`sorts.${value === "created" ? "newest" : value}`),
        to: sortTo(value),
      }))}
    />
  );
}
