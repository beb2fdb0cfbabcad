import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "~/i18n/use-format";
import { ExportMenu } from "../exports/export-menu";
import { Button } from "../ui/button";
import { useList } from "./list-context";
import { listCount } from "./list-count";
import { SelectionActions } from "./selection-actions";
import type { SelectionState } from "./use-selection";

type SelectionBarProps = {
  state: SelectionState;
  count: number;
  isCountBounded: boolean;
};

/** Stands in the place of the filters while rows are selected: how many, all that match, and what can be done. */
export function SelectionBar({ state, count, isCountBounded }: SelectionBarProps) {
  const { t } = useTranslation("lists");
  const { noun, base, choices } = useList();
  const format = useFormat();
  const { selection, size, hasMore, isPageSelected } = state;
  const all = listCount(format, { count, isCountBounded });
  return (
    <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2" role="status">
      <span className="inline-flex h-8 items-center gap-1.5 rounded-full bg-brand-surface pr-1.5 pl-3 text-sm text-brand-text">
        <span className="figures">
          {selection.kind === "matching"
            ? t("selection.matching", { number: all })
            : t("selection.some", { count: size })}
        </span>
        <button
          type="button"
          className="hit rounded-full p-0.5"
          aria-label={t("selection.clear")}
          onClick={state.clear}
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      </span>
      {hasMore && isPageSelected && selection.kind === "ids" && (
        <Button size="small" variant="ghost" onClick={state.selectAll}>
          {t("selection.all", { number: all })}
        </Button>
      )}
      {choices.mayExport && (
        <ExportMenu
          base={base}
          noun={noun}
          rows={selection.kind === "ids" ? { ids: selection.ids } : { query: selection.params }}
        />
      )}
      <SelectionActions noun={noun} base={base} selection={selection} onDone={state.clear} />
    </div>
  );
}
