import { useNavigate } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Filter, isGroup, type Rule } from "~/domain/filters/filter-tree";
import { findProblem } from "~/domain/filters/find-problem";
import { Button } from "../ui/button";
import { Sheet } from "../ui/sheet";
import { FilterGroup } from "./filter-group";
import { useList } from "./list-context";

/** Builds a list's filter: conditions and groups, joined by "and" or "or". */
export function FilterSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("lists");
  const { noun, params, to } = useList();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Filter>(params.filter ?? { v: 1, match: "all", rules: [] });
  const [isRefused, setRefused] = useState(false);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const filter: Filter = { ...draft, rules: draft.rules.flatMap(pruned) };
    if (findProblem(noun, filter)) return setRefused(true);
    navigate(to({ filter }), { preventScrollReset: true });
    onClose();
  };
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("filter.title")}
      className="max-sm:top-0 max-sm:max-h-none sm:w-140!"
      footer={
        <>
          {isRefused && (
            <p role="alert" className="mr-auto self-center text-sm text-bad-text">
              {t("problems.wrongValue")}
            </p>
          )}
          <Button onClick={() => setDraft({ v: 1, match: "all", rules: [] })}>{t("filter.clear")}</Button>
          <Button variant="primary" type="submit" form="list-filter">
            {t("filter.apply")}
          </Button>
        </>
      }
    >
      <form id="list-filter" onSubmit={apply}>
        <FilterGroup group={draft} depth={1} onChange={(group) => setDraft({ ...group, v: 1 })} />
      </form>
    </Sheet>
  );
}

/** Groups that lost all their conditions go. */
function pruned(rule: Rule): Rule[] {
  if (!isGroup(rule)) return [rule];
  const rules = rule.rules.flatMap(pruned);
  return rules.length > 0 ? [{ ...rule, rules }] : [];
}
