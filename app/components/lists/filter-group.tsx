import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Group, isGroup, MOST_DEPTH, type Rule } from "~/domain/filters/filter-tree";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { Select } from "../ui/select";
import { FilterClause } from "./filter-clause";
import { useNewClause } from "./use-new-clause";

type FilterGroupProps = {
  group: Group;
  depth: number;
  onChange: (group: Group) => void;
  onRemove?: () => void;
};

/** Conditions of which all, or any, must hold; groups may stand among them. */
export function FilterGroup({ group, depth, onChange, onRemove }: FilterGroupProps) {
  const { t } = useTranslation("lists");
  const newClause = useNewClause();
  const put = (index: number, rule: Rule | null) =>
    onChange({
      ...group,
      rules: group.rules.flatMap((known, i) => (i === index ? (rule ?? []) : known)),
    });
  const add = (rule: Rule) => onChange({ ...group, rules: [...group.rules, rule] });
  return (
    <fieldset className={cn("grid gap-2.5", depth > 1 && "rounded-card border border-line bg-sunken p-3")}>
      <legend className="sr-only">{t("filter.title")}</legend>
      <div className="flex items-center justify-between gap-2">
        <Select
          size="small"
          aria-label={t("filter.match")}
          value={group.match}
          onChange={({ target }) => onChange({ ...group, match: target.value === "any" ? "any" : "all" })}
        >
          <option value="all">{t("filter.all")}</option>
          <option value="any">{t("filter.any")}</option>
        </Select>
        {onRemove && (
          <Button variant="ghost" size="icon-small" aria-label={t("filter.removeGroup")} onClick={onRemove}>
            <X aria-hidden="true" />
          </Button>
        )}
      </div>
      {group.rules.map((rule, i) =>
        isGroup(rule) ? (
          <FilterGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own
            key={i}
            group={rule}
            depth={depth + 1}
            onChange={(changed) => put(i, changed)}
            onRemove={() => put(i, null)}
          />
        ) : (
          <FilterClause
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own
            key={i}
            clause={rule}
            onChange={(changed) => put(i, changed)}
            onRemove={() => put(i, null)}
          />
        ),
      )}
      <div className="flex flex-wrap gap-1">
        <Button variant="ghost" size="small" onClick={() => add(newClause())}>
          <Plus aria-hidden="true" />
          {t("filter.addClause")}
        </Button>
        {depth < MOST_DEPTH && (
          <Button variant="ghost" size="small" onClick={() => add({ match: "any", rules: [newClause()] })}>
            <Plus aria-hidden="true" />
            {t("filter.addGroup")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
