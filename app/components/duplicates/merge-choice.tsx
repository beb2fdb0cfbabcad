import { useTranslation } from "react-i18next";
import { cn } from "../ui/cn";
import type { SideFact } from "./merge-facts";

type MergeChoiceProps = { name: string; label: string; survivor: SideFact; absorbed: SideFact };

/**
 * One fact on both sides. Where both have one and they differ, it is chosen; where
 * one side has it, it stays. Nothing where neither has it.
 */
export function MergeChoice({ name, label, survivor, absorbed }: MergeChoiceProps) {
  const isOpen = survivor !== null && absorbed !== null && survivor.key !== absorbed.key;
  if (!survivor && !absorbed) return null;
  return (
    <fieldset className="grid grid-cols-2 gap-2 border-b border-line px-4 py-3 last:border-b-0 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)] sm:items-center sm:gap-3 sm:px-5">
      <legend className="contents">
        <span className="col-span-2 text-sm text-muted sm:col-span-1">{label}</span>
      </legend>
      <Side name={name} value="" fact={survivor} isOpen={isOpen} isChosen={survivor !== null} />
      <Side name={name} value={name} fact={absorbed} isOpen={isOpen} isChosen={survivor === null} />
    </fieldset>
  );
}

type SideProps = { name: string; value: string; fact: SideFact; isOpen: boolean; isChosen: boolean };

function Side({ name, value, fact, isOpen, isChosen }: SideProps) {
  const { t } = useTranslation("duplicates");
  if (!fact) return <span className="px-3 py-2 text-faint">{t("merge.nothing")}</span>;
  if (!isOpen) {
    return (
      <span className={cn("min-w-0 px-3 py-2 break-words", !isChosen && "text-muted")}>{fact.shown}</span>
    );
  }
  return (
    <label
      className={cn(
        "flex min-w-0 cursor-pointer items-start gap-2 rounded-control border border-line px-2.5 py-2 sm:gap-2.5 sm:px-3 transition-colors hover:bg-hover",
        "has-checked:border-brand has-checked:bg-brand-surface",
      )}
    >
      <input
        type="radio"
        name={`choose-${name}`}
        value={value}
        defaultChecked={isChosen}
        className="mt-1 shrink-0 accent-(--color-brand)"
      />
      <span className="min-w-0 break-words">{fact.shown}</span>
    </label>
  );
}
