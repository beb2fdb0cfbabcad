import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { TrashNoun } from "~/domain/trash/trash-nouns";
import { Button } from "../ui/button";
import { useTrash } from "./use-trash";

type TrashButtonProps = {
  /** The organization's address: `/o/kedai`. */
  base: string;
  noun: TrashNoun;
  id: string;
  isTrashed: boolean;
};

/** A record's way into the trash, and out of it; not asked about, because it can be undone. */
export function TrashButton({ base, noun, id, isTrashed }: TrashButtonProps) {
  const { t } = useTranslation("trash");
  const { act, isPending } = useTrash(base);
  return (
    <Button
      variant={isTrashed ? "secondary" : "ghost"}
      isLoading={isPending}
      onClick={() => act({ intent: isTrashed ? "restore" : "trash", noun, id })}
    >
      {!isTrashed && <Trash2 aria-hidden="true" />}
      {t(isTrashed ? "restore" : "trash")}
    </Button>
  );
}
