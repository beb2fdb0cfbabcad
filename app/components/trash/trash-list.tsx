import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrashNoun } from "~/domain/trash/trash-nouns";
import type { TrashedRecord } from "~/domain/trash/trash-queries.server";
import { BulkNotices } from "../bulk/bulk-notices";
import { useBulk } from "../bulk/use-bulk";
import { Button } from "../ui/button";
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

/** The trash with the way back for each record and for all that is selected, and for those the way out for good. */
export function TrashList({ base, noun, rows, mayPurge, organizationName }: TrashListProps) {
  const { t } = useTranslation("trash");
  const trash = useTrash(base);
  const bulk = useBulk(base);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const ids = chosen.filter((id) => rows.some((row) => row.id === id));
  const toggle = (id: string) =>
    setChosen(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  const restore = () => bulk.change({ noun, act: { kind: "restore" }, selection: { kind: "ids", ids } });
  return (
    <>
      <BulkNotices base={base} />
      {ids.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 border-b border-line bg-brand-surface px-4 py-2 sm:px-5">
          <span className="mr-auto text-sm font-medium text-brand-text" aria-live="polite">
            {t("selected", { count: ids.length })}
          </span>
          <Button size="small" isLoading={bulk.isPending} onClick={restore}>
            {t("restore")}
          </Button>
          {mayPurge && <PurgeDialog noun={noun} ids={ids} organizationName={organizationName} />}
        </div>
      )}
      <TrashRows base={base} noun={noun} rows={rows} trash={trash} selection={{ ids, toggle }} />
    </>
  );
}
