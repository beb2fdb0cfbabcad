import { Form } from "@remix-run/react";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "../forms/submit-button";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";

/** Asks once, and says what goes and what stays. */
export function RemoveDialog({ name }: { name: string }) {
  const { t } = useTranslation(["connections", "common"]);
  return (
    <Dialog
      trigger={
        <Button variant="ghost" className="justify-self-start">
          <Trash2 aria-hidden="true" />
          {t("page.remove")}
        </Button>
      }
      title={t("actions.removeTitle", { name })}
      description={t("page.removeConfirm")}
      size="small"
      footer={
        <>
          <DialogClose asChild>
            <Button>{t("common:actions.cancel")}</Button>
          </DialogClose>
          <Form method="post">
            <SubmitButton variant="danger" name="intent" value="remove" isBlock>
              {t("page.remove")}
            </SubmitButton>
          </Form>
        </>
      }
    />
  );
}
