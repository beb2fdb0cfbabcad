import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Clause } from "~/domain/filters/filter-tree";
import { SuggestInput } from "../forms/suggest-input";
import { useSuggestions } from "../forms/use-suggestions";
import { useList } from "./list-context";
import { useFilterWords } from "./use-filter-words";

type Found = { results: { kind: string; id: string; title: string; subtitle?: string | null }[] };
type RecordPickerProps = { kind: "customer" | "product"; clause: Clause; onChange: (clause: Clause) => void };

/** Customers or products of a condition: found by searching, shown by name, kept as ids. */
export function RecordPicker({ kind, clause, onChange }: RecordPickerProps) {
  const { t } = useTranslation("lists");
  const { base } = useList();
  const words = useFilterWords();
  const { answer, search } = useSuggestions<Found>(`${base}/search?q=`);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = Array.isArray(clause.value) ? clause.value.map(String) : [];
  const put = (value: string[]) => onChange({ ...clause, value });
  const found = (answer?.results ?? []).filter((one) => one.kind === kind && !ids.includes(one.id));
  return (
    <div className="grid gap-2">
      {ids.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {ids.map((id) => {
            const name = names.get(id) ?? words.recordLabel(id);
            return (
              <li
                key={id}
                className="inline-flex h-7 max-w-full items-center gap-1 rounded-full bg-sunken pr-1 pl-2.5 text-sm"
              >
                <span className="truncate">{name}</span>
                <button
                  type="button"
                  aria-label={t("filter.removeRecord", { name })}
                  className="hit grid size-5 place-items-center rounded-full text-muted hover:bg-hover hover:text-ink"
                  onClick={() => put(ids.filter((one) => one !== id))}
                >
                  <X aria-hidden="true" className="size-3.5" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <SuggestInput
        // Empty again after each choice.
        key={ids.length}
        size="small"
        aria-label={t("filter.value")}
        placeholder={t(`filter.find.${kind}`)}
        maxLength={200}
        required={ids.length === 0}
        suggestions={found.map(({ id, title, subtitle }) => ({ id, title, detail: subtitle }))}
        onSearch={search}
        onPick={({ id, title }) => {
          setNames(new Map([...names, [id, title]]));
          put([...ids, id]);
        }}
      />
    </div>
  );
}
