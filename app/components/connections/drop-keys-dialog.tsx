import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";

/** Asks once, and says what will not work any more. */
export function DropKeysDialog({ account }: { account: string }) {
  const { t } = useTranslation(["shopAccess", "common"]);
  const { state, submit } = useFetcher();
  const drop = () => submit({ intent: "drop" }, { method: "post", action: "connect" });
  return (
    <Dialog
      trigger={
        <Button variant="ghost" isLoading={state !== "idle"}>
          {t("card.drop")}
        </Button>
      }
      title={t("card.dropTitle", { account })}
      description={t("card.dropConfirm")}
      size="small"
      footer={
        <>
          <DialogClose asChild>
            <Button>{t("common:actions.cancel")}</Button>
          </DialogClose>
          <DialogClose asChild>
            <Button variant="danger" onClick={drop}>
              {t("card.drop")}
            </Button>
          </DialogClose>
        </>
      }
    />
  );
}
