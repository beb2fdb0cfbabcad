import { useTranslation } from "react-i18next";
import { TAG_COLOURS } from "~/domain/tags/tag-colours";
import type { ListedTag } from "~/domain/tags/tags-queries.server";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

/** Makes a tag, or changes its name and colour. */
export function TagDialog({ tag }: { tag?: ListedTag }) {
  const { t } = useTranslation("tags");
  const key = `tag-${tag?.id ?? "new"}`;
  const dialog = useDialogForm(key);
  const [form, fields] = useActionForm<{ intent: string; id: string; name: string; colour: string }>({
    id: key,
    defaultValue: { name: tag?.name ?? "", colour: tag?.colour ?? "blue" },
    lastResult: dialog.lastResult,
  });
  const title = tag ? t("editNamed", { name: tag.name }) : t("new");
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        tag ? (
          <Button variant="ghost" size="small" aria-label={title}>
            {t("edit")}
          </Button>
        ) : (
          <Button variant="primary">{title}</Button>
        )
      }
      title={title}
      size="small"
    >
      <ActionForm form={form} navigate={false} fetcherKey={key}>
        <input type="hidden" name="intent" value={tag ? "update" : "create"} />
        {tag && <input type="hidden" name="id" value={tag.id} />}
        <FormField field={fields.name} label={t("name")} maxLength={40} autoComplete="off" />
        <FormSelect
          field={fields.colour}
          label={t("colour")}
          options={TAG_COLOURS.map((value) => ({ value, label: t(`colours.${value}`) }))}
        />
        <SubmitButton isPending={dialog.isPending} isBlock>
          {t(tag ? "save" : "create")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
