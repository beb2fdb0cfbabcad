import { useTranslation } from "react-i18next";
import { DialogForm } from "../forms/dialog-form";
import { FormField } from "../forms/form-field";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";

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
    <DialogForm
      form={form}
      dialog={dialog}
      intent="rename"
      label={t("actions.rename")}
      title={t("actions.rename")}
      save={t("common:actions.save")}
      size="small"
    >
      <FormField field={fields.name} label={t("new.name")} help={t("new.nameHelp")} autoComplete="off" />
    </DialogForm>
  );
}
