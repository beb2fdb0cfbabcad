import { Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

const KEY = "rename-connection";

/** Another name for a connection. */
export function RenameDialog({ name }: { name: string }) {
  const { t } = useTranslation(["connections", "common"]);
  const dialog = useDialogForm(KEY);
  const [form, fields] = useActionForm<{ intent: string; name: string }>({
    id: KEY,
    defaultValue: { name },
    lastResult: dialog.lastResult,
  });
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        <Button>
          <Pencil aria-hidden="true" />
          {t("actions.rename")}
        </Button>
      }
      title={t("actions.rename")}
      size="small"
    >
      <ActionForm form={form} navigate={false} fetcherKey={KEY}>
        <input type="hidden" name="intent" value="rename" />
        <FormField field={fields.name} label={t("new.name")} help={t("new.nameHelp")} autoComplete="off" />
        <SubmitButton isPending={dialog.isPending} isBlock>
          {t("common:actions.save")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
