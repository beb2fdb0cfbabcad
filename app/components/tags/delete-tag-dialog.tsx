import { useTranslation } from "react-i18next";
import type { ListedTag } from "~/domain/tags/tags-queries.server";
import { ActionForm } from "../forms/action-form";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

/** Asks once before a tag goes from everybody. */
export function DeleteTagDialog({ tag }: { tag: ListedTag }) {
  const { t } = useTranslation("tags");
  const key = `delete-${tag.id}`;
  const dialog = useDialogForm(key);
  const [form] = useActionForm<{ intent: string; id: string }>({ id: key, lastResult: dialog.lastResult });
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        <Button variant="ghost" size="small">
          {t("delete")}
        </Button>
      }
      title={t("deleteTitle", { name: tag.name })}
      description={t("deleteBody", { count: tag.customersCount })}
      size="small"
    >
      <ActionForm form={form} navigate={false} fetcherKey={key}>
        <input type="hidden" name="intent" value="delete" />
        <input type="hidden" name="id" value={tag.id} />
        <SubmitButton variant="danger" isPending={dialog.isPending} isBlock>
          {t("deleteConfirm")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
