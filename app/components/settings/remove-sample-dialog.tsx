import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";
import type { RemoveSampleDialogProps } from "./remove-sample-dialog-props";

/** Asks once, in words, before the sample data goes. */
export default function RemoveSampleDialog({ isOpen, onOpenChange, onConfirm }: RemoveSampleDialogProps) {
  const { t } = useTranslation(["dashboard", "common"]);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t("sample.confirmTitle")}
      description={t("sample.confirm")}
      size="small"
      footer={
        <>
          <DialogClose asChild>
            <Button>{t("common:actions.cancel")}</Button>
          </DialogClose>
          <DialogClose asChild>
            <Button variant="danger" onClick={onConfirm}>
              {t("sample.remove")}
            </Button>
          </DialogClose>
        </>
      }
    />
  );
}
