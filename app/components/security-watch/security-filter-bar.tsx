import { useTranslation } from "react-i18next";
import { SECURITY_KINDS } from "~/domain/security/security-kinds";
import { listQuery } from "~/lib/list-query";
import { FilterBar, FilterChip } from "../ui/filter-chips";

type SecurityFilters = { kind?: string | undefined; user?: string | undefined };
type SecurityFilterBarProps = { filters: SecurityFilters; people: { id: string; name: string }[] };

/** Narrows the signs; every choice is a URL. */
export function SecurityFilterBar({ filters, people }: SecurityFilterBarProps) {
  const { t } = useTranslation("security");
  const chip = (name: keyof SecurityFilters, options: { value: string; label: string }[]) => ({
    label: t(`filters.${name}`),
    value: filters[name] ?? null,
    clearTo: listQuery(filters, { [name]: null }),
    options: options.map((option) => ({ ...option, to: listQuery(filters, { [name]: option.value }) })),
  });
  const kinds = SECURITY_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <FilterBar className="px-4 pt-3 sm:px-5">
      <FilterChip {...chip("kind", kinds)} />
      <FilterChip
        {...chip(
          "user",
          people.map(({ id, name }) => ({ value: id, label: name })),
        )}
      />
    </FilterBar>
  );
}
