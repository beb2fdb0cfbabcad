import { Link } from "@remix-run/react";
import { ListFilter, X } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { clausesOf, type Filter, isGroup, type Rule } from "~/domain/filters/filter-tree";
import { Button } from "../ui/button";
import { FilterBar } from "../ui/filter-chips";
import { useList } from "./list-context";
import { useFilterWords } from "./use-filter-words";

const FilterSheet = lazy(() => import("./filter-sheet").then((file) => ({ default: file.FilterSheet })));

/** The search box, what the list is narrowed to, and the way to narrow it further. */
export function FilterChipsBar({ children, end }: { children: ReactNode; end: ReactNode }) {
  const { t } = useTranslation("lists");
  const { params, to } = useList();
  const [isOpen, setOpen] = useState(false);
  const { filter } = params;
  return (
    <FilterBar>
      {children}
      {filter?.match === "any" && filter.rules.length > 1 && (
        <span className="text-sm text-muted">{t("filter.anyOfThese")}</span>
      )}
      {filter?.rules.map((rule, i) => (
        <RuleChip
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own
          key={i}
          rule={rule}
          onOpen={() => setOpen(true)}
          clearTo={to({ filter: without(filter, i) })}
        />
      ))}
      <Button size="small" variant="ghost" onClick={() => setOpen(true)}>
        <ListFilter aria-hidden="true" />
        {t("filter.button")}
      </Button>
      {filter && filter.rules.length > 0 && (
        <Link to={to({ filter: null })} className="text-sm text-muted hover:text-ink">
          {t("filter.clear")}
        </Link>
      )}
      <span className="ml-auto flex items-center gap-1">{end}</span>
      {isOpen && (
        <Suspense>
          <FilterSheet onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </FilterBar>
  );
}

function without(filter: Filter, index: number): Filter | null {
  const rules = filter.rules.filter((_, i) => i !== index);
  return rules.length > 0 ? { ...filter, rules } : null;
}

const side = "hit h-full border-transparent bg-brand-surface text-brand-text hover:text-ink";

function RuleChip({ rule, onOpen, clearTo }: { rule: Rule; onOpen: () => void; clearTo: string }) {
  const { t } = useTranslation("lists");
  const { fieldLabel, opLabel, valueLabel } = useFilterWords();
  const words = isGroup(rule)
    ? t("filter.group", { count: clausesOf(rule).length })
    : [fieldLabel(rule.field), opLabel(rule), valueLabel(rule)].filter(Boolean).join(" ");
  return (
    <span className="inline-flex h-8 max-w-full items-center text-sm">
      <button
        type="button"
        onClick={onOpen}
        className={`${side} min-w-0 truncate rounded-l-full pr-1.5 pl-3`}
      >
        {words}
      </button>
      <Link
        to={clearTo}
        aria-label={t("filter.remove", { words })}
        className={`${side} inline-flex items-center rounded-r-full pr-2.5 pl-1.5`}
      >
        <X aria-hidden="true" className="size-3.5" />
      </Link>
    </span>
  );
}
