import { Form } from "@remix-run/react";
import { Eraser } from "lucide-react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "../forms/submit-button";
import { Button } from "../ui/button";
import { Dialog, DialogClose } from "../ui/dialog";

/** Asks once, and says what goes for good and what stays. */
export function EraseDialog({ name }: { name: string }) {
  const { t } = useTranslation(["customers", "common"]);
  return (
    <Dialog
      trigger={
        <Button variant="ghost">
          <Eraser aria-hidden="true" />
          {t("erase.button")}
        </Button>
      }
      title={t("erase.title", { name })}
      description={t("erase.description")}
      footer={
        <>
          <DialogClose asChild>
            <Button>{t("common:actions.cancel")}</Button>
          </DialogClose>
          <Form method="post">
            <SubmitButton variant="danger" name="intent" value="erase" isBlock>
              {t("erase.confirm")}
            </SubmitButton>
          </Form>
        </>
      }
    >
      <ul className="grid list-disc gap-1.5 pl-5 text-muted">
        <li>{t("erase.goes")}</li>
        <li>{t("erase.stays")}</li>
        <li>{t("erase.late")}</li>
        <li>{t("erase.exports")}</li>
      </ul>
    </Dialog>
  );
}
