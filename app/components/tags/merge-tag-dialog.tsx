import { useTranslation } from "react-i18next";
import type { ListedTag } from "~/domain/tags/tags-queries.server";
import { ActionForm } from "../forms/action-form";
import { FormSelect } from "../forms/form-select";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

/** Gives a tag's customers another tag instead. */
export function MergeTagDialog({ tag, others }: { tag: ListedTag; others: readonly ListedTag[] }) {
  const { t } = useTranslation("tags");
  const key = `merge-${tag.id}`;
  const dialog = useDialogForm(key);
  const [form, fields] = useActionForm<{ intent: string; id: string; into: string }>({
    id: key,
    defaultValue: { into: others[0]?.id ?? "" },
    lastResult: dialog.lastResult,
  });
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        <Button variant="ghost" size="small">
          {t("merge")}
        </Button>
      }
      title={t("mergeTitle", { name: tag.name })}
      description={t("mergeBody", { name: tag.name })}
      size="small"
    >
      <ActionForm form={form} navigate={false} fetcherKey={key}>
        <input type="hidden" name="intent" value="merge" />
        <input type="hidden" name="id" value={tag.id} />
        <FormSelect
          field={fields.into}
          label={t("into")}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton variant="danger" isPending={dialog.isPending} isBlock>
          {t("merge")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
