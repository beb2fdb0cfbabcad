import { useTranslation } from "react-i18next";
import { type DeliveryFilters, PERIODS, writeLogQuery } from "~/domain/deliveries/delivery-filters";
import { OUTCOMES } from "~/domain/deliveries/outcomes";
import { FilterBar, FilterChip } from "../ui/filter-chips";
import { SearchBox } from "../ui/search-box";
import { DayRange } from "./desk/day-range";

type DeliveryFilterBarProps = {
  filters: DeliveryFilters;
  connections: { id: string; name: string }[];
  topics: string[];
};

/** Narrows the log; every choice is a URL. */
export function DeliveryFilterBar({ filters, connections, topics }: DeliveryFilterBarProps) {
  const { t } = useTranslation(["connections", "deliveries"]);
  const { q, reason, ...kept } = filters;
  const chip = (name: keyof DeliveryFilters, options: { value: string; label: string }[]) => ({
    label: name === "replay" ? t("deliveries:days.part") : t(`deliveries.filters.${name}`),
    value: filters[name],
    clearTo: writeLogQuery(filters, { [name]: null }),
    options: options.map((option) => ({ ...option, to: writeLogQuery(filters, { [name]: option.value }) })),
  });
  const same = (value: string) => ({ value, label: value });
  const periods = Object.keys(PERIODS).map((value) => ({ value, label: t(`deliveries.periods.${value}`) }));
  return (
    <FilterBar>
      <SearchBox
        label={t("deliveries.search")}
        value={q ?? ""}
        keep={Object.fromEntries(
          Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : [])),
        )}
      />
      <FilterChip
        {...chip(
          "outcome",
          OUTCOMES.map((value) => ({ value, label: t(`deliveries.outcome.${value}`) })),
        )}
      />
      {reason && <FilterChip {...chip("reason", [{ value: reason, label: reasonWord(reason) }])} />}
      <FilterChip {...chip("topic", topics.map(same))} />
      <FilterChip {...chip("period", periods)} />
      <DayRange filters={filters} />
      {filters.replay && (
        <FilterChip {...chip("replay", [{ value: filters.replay, label: t("deliveries:days.replay") }])} />
      )}
      {connections.length > 1 && (
        <FilterChip
          {...chip(
            "connection",
            connections.map(({ id, name }) => ({ value: id, label: name })),
          )}
        />
      )}
    </FilterBar>
  );
}

/** A code as people read it: `unknown_topic` is "unknown topic". */
const reasonWord = (reason: string) => reason.replaceAll("_", " ");
