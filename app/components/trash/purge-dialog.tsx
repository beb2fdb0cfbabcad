import { useTranslation } from "react-i18next";
import type { PurgeForm } from "~/domain/trash/trash.schema";
import type { TrashNoun } from "~/domain/trash/trash-nouns";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

const KEY = "purge-trash";

type PurgeDialogProps = { noun: TrashNoun; ids: readonly string[]; organizationName: string };

/** Asks for the organization's name before records go that nobody can bring back. */
export function PurgeDialog({ noun, ids, organizationName }: PurgeDialogProps) {
  const { t } = useTranslation("trash");
  const dialog = useDialogForm(KEY);
  const [form, fields] = useActionForm<PurgeForm>({ id: KEY, lastResult: dialog.lastResult });
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        <Button variant="danger" size="small">
          {t("purge.open")}
        </Button>
      }
      title={t("purge.title", { count: ids.length })}
      description={t("purge.description")}
    >
      <div className="grid gap-4">
        <p className="text-muted">{t(noun === "customer" ? "purge.customers" : "purge.others")}</p>
        <ActionForm form={form} navigate={false} fetcherKey={KEY}>
          <input type="hidden" name="intent" value="purge" />
          <input type="hidden" name="noun" value={noun} />
          {ids.map((id) => (
            <input key={id} type="hidden" name="ids" value={id} />
          ))}
          <FormField
            field={fields.name}
            label={t("purge.name", { name: organizationName })}
            autoComplete="off"
          />
          <SubmitButton variant="danger" isPending={dialog.isPending} isBlock>
            {t("purge.confirm")}
          </SubmitButton>
        </ActionForm>
      </div>
    </Dialog>
  );
}
