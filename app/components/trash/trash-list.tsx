import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrashNoun } from "~/domain/trash/trash-nouns";
import type { TrashedRecord } from "~/domain/trash/trash-queries.server";
import { PurgeDialog } from "./purge-dialog";
import { TrashRows } from "./trash-rows";
import { useTrash } from "./use-trash";

type TrashListProps = {
  base: string;
  noun: TrashNoun;
  rows: TrashedRecord[];
  mayPurge: boolean;
  organizationName: string;
};

/** The trash with its way back for each record, and for all that is selected the way out for good. */
export function TrashList({ base, noun, rows, mayPurge, organizationName }: TrashListProps) {
  const { t } = useTranslation("trash");
  const trash = useTrash(base);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ids = chosen.filter((id) => rows.some((row) => row.id === id));
  const toggle = (id: string) =>
    setChosen(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  return (
    <>
      {ids.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line bg-brand-surface px-4 py-2 sm:px-5">
          <span className="text-sm font-medium text-brand-text" aria-live="polite">
            {t("selected", { count: ids.length })}
          </span>
          <PurgeDialog noun={noun} ids={ids} organizationName={organizationName} />
        </div>
      )}
      <TrashRows
        base={base}
        noun={noun}
        rows={rows}
        trash={trash}
        selection={mayPurge ? { ids, toggle } : null}
      />
    </>
  );
}
