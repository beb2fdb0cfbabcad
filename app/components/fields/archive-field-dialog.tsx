import { useTranslation } from "react-i18next";
import type { ListedField } from "~/domain/fields/fields-queries.server";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

/** Says what becomes of views and values before a field is archived. */
export function ArchiveFieldDialog({ field }: { field: ListedField }) {
  const { t } = useTranslation("fields");
  const key = `archive-${field.id}`;
  const dialog = useDialogForm(key);
  const [form] = useActionForm<{ intent: string; id: string }>({ id: key, lastResult: dialog.lastResult });
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        <Button variant="ghost" size="small">
          {t("archive")}
        </Button>
      }
      title={t("archiveTitle", { name: field.name })}
      description={t("archiveBody")}
      size="small"
    >
      <ActionForm form={form} navigate={false} fetcherKey={key}>
        <input type="hidden" name="intent" value="archive" />
        <input type="hidden" name="id" value={field.id} />
        <SubmitButton isPending={dialog.isPending} isBlock>
          {t("archive")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
