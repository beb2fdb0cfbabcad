import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type ActFilters, OTHER_ACTORS, writeActQuery } from "~/domain/audit/act-filters";
import { ACTION_GROUPS } from "~/domain/audit/action-groups";
import { Button } from "../ui/button";
import { FilterBar, FilterChip } from "../ui/filter-chips";
import { Input } from "../ui/input";

type ActFilterBarProps = { filters: ActFilters; people: { id: string; name: string }[] };

/** Narrows the log; every choice is a URL. */
export function ActFilterBar({ filters, people }: ActFilterBarProps) {
  const { t } = useTranslation("audit");
  const chip = (name: keyof ActFilters, options: { value: string; label: string }[]) => ({
    label: t(`filters.${name}`),
    value: filters[name],
    clearTo: writeActQuery(filters, { [name]: null }),
    options: options.map((option) => ({ ...option, to: writeActQuery(filters, { [name]: option.value }) })),
  });
  const actors = [
    ...people.map(({ id, name }) => ({ value: id, label: name })),
    ...OTHER_ACTORS.map((value) => ({ value, label: t(`actors.${value}`) })),
  ];
  const groups = ACTION_GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }));
  const { subject, ip } = filters;
  return (
    <FilterBar className="px-4 pt-3 sm:px-5">
      <FilterChip {...chip("actor", actors)} />
      <FilterChip {...chip("group", groups)} />
      {subject && <FilterChip {...chip("subject", [{ value: subject, label: t("filters.oneSubject") }])} />}
      {ip && <FilterChip {...chip("ip", [{ value: ip, label: ip }])} />}
      <Days filters={filters} />
    </FilterBar>
  );
}

/** From a day to a day; what else narrows the log stays. */
function Days({ filters }: { filters: ActFilters }) {
  const { t } = useTranslation("audit");
  const { from, to, ...kept } = filters;
  const id = useId();
  return (
    <Form key={`${from} ${to}`} className="flex flex-wrap items-center gap-2 text-sm text-muted">
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {(["from", "to"] as const).map((side) => (
        <span key={side} className="flex items-center gap-1.5">
          <label htmlFor={`${id}-${side}`}>{t(`filters.${side}`)}</label>
          <Input
            id={`${id}-${side}`}
            type="date"
            name={side}
            size="small"
            defaultValue={filters[side] ?? ""}
            className="w-36!"
          />
        </span>
      ))}
      <Button type="submit" size="small">
        {t("filters.apply")}
      </Button>
    </Form>
  );
}
