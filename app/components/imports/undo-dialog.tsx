import { Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";
import type { useImportAct } from "./use-import-act";

/** Says what undoing takes back and what it leaves alone, before it begins. */
export function UndoDialog({ action }: { action: ReturnType<typeof useImportAct> }) {
  const { t } = useTranslation(["imports", "common"]);
  const [isOpen, setOpen] = useState(false);
  const undo = async () => {
    await action.act({ intent: "undo" });
    setOpen(false);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button className="max-sm:w-full">
          <Undo2 aria-hidden="true" />
          {t("undo.open")}
        </Button>
      }
      title={t("undo.title")}
      description={t("undo.lead")}
      footer={
        <>
          <DialogClose asChild>
            <Button>{t("common:actions.cancel")}</Button>
          </DialogClose>
          <Button variant="danger" isLoading={action.isPending} onClick={() => void undo()}>
            {t("undo.confirm")}
          </Button>
        </>
      }
    >
      <ul className="grid list-disc gap-1.5 pl-5 text-muted">
        <li>{t("undo.restores")}</li>
        <li>{t("undo.trashes")}</li>
        <li>{t("undo.keeps")}</li>
      </ul>
    </Dialog>
  );
}
