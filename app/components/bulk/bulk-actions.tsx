import { useFetcher } from "@remix-run/react";
import { ListPlus, Merge, Tag, Trash2 } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BulkAct, BulkSelection } from "~/domain/bulk/bulk.schema";
import type { BulkChoices } from "~/domain/bulk/bulk-choices-queries.server";
import type { TrashNoun } from "~/domain/trash/trash-nouns";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import { useBulk } from "./use-bulk";

const TagDialog = lazy(() => import("./tag-dialog"));
const FieldDialog = lazy(() => import("./field-dialog"));

type BulkActionsProps = {
  /** The organization's address. */
  base: string;
  noun: TrashNoun;
  selection: BulkSelection;
  onDone: () => void;
};

/** What a role may do to everything that is selected; nothing to do, nothing shown. */
export function BulkActions({ base, noun, selection, onDone }: BulkActionsProps) {
  const { t } = useTranslation("bulk");
  const { load, data: choices } = useFetcher<BulkChoices>();
  const [open, setOpen] = useState<"tag" | "field" | null>(null);
  const bulk = useBulk(base);
  const [asked, setAsked] = useState(bulk.answer);
  useEffect(() => {
    if (!bulk.answer || bulk.answer === asked) return;
    setAsked(bulk.answer);
    if ("made" in bulk.answer) onDone();
  }, [bulk.answer, asked, onDone]);
  useEffect(() => load(`${base}/bulk`), [load, base]);
  if (!choices) return null;
  const close = () => setOpen(null);
  const act = (one: BulkAct) => {
    close();
    bulk.change({ noun, act: one, selection });
  };
  return (
    <>
      {noun === "customer" && choices.tags.length > 0 && (
        <Button size="small" disabled={bulk.isPending} onClick={() => setOpen("tag")}>
          <Tag aria-hidden="true" />
          {t("tag.open")}
        </Button>
      )}
      {noun === "customer" && choices.fields.length > 0 && (
        <Button size="small" disabled={bulk.isPending} onClick={() => setOpen("field")}>
          <ListPlus aria-hidden="true" />
          {t("field.open")}
        </Button>
      )}
      {noun === "customer" && choices.mayMerge && isPair(selection) && (
        <LinkButton size="small" to={`${base}/customers/${selection.ids[0]}/merge/${selection.ids[1]}`}>
          <Merge aria-hidden="true" />
          {t("merge")}
        </LinkButton>
      )}
      {choices.mayTrash && (
        <Button size="small" isLoading={bulk.isPending} onClick={() => act({ kind: "trash" })}>
          <Trash2 aria-hidden="true" />
          {t("trash")}
        </Button>
      )}
      <Suspense fallback={null}>
        {open === "tag" && <TagDialog tags={choices.tags} onAct={act} onClose={close} />}
        {open === "field" && <FieldDialog fields={choices.fields} onAct={act} onClose={close} />}
      </Suspense>
    </>
  );
}

function isPair(selection: BulkSelection): selection is Extract<BulkSelection, { kind: "ids" }> {
  return selection.kind === "ids" && selection.ids.length === 2;
}
