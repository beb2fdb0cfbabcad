import { RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Setup } from "~/domain/connections/get-setup.server";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

const KEY = "rotate-secret";

type RotateDialogProps = {
  secretOrigin: Setup["secretOrigin"];
  overlapDays: number;
};

/** A new secret, with the choice how long the old one still counts. */
export function RotateDialog({ secretOrigin, overlapDays }: RotateDialogProps) {
  const { t } = useTranslation("connections");
  const dialog = useDialogForm(KEY);
  const [form, fields] = useActionForm<{ intent: string; secret?: string; oldSecret: string }>({
    id: KEY,
    defaultValue: { oldSecret: "keep" },
    lastResult: dialog.lastResult,
  });
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={
        <Button size="small">
          <RefreshCw aria-hidden="true" />
          {t("secret.rotate")}
        </Button>
      }
      title={t("secret.rotate")}
      description={t(secretOrigin === "pasted" ? "secret.rotateBrought" : "secret.rotateOurs")}
    >
      <ActionForm form={form} navigate={false} fetcherKey={KEY}>
        <input type="hidden" name="intent" value="rotate-secret" />
        {secretOrigin !== "generated" && (
          <FormField
            field={fields.secret}
            label={t("new.secretFromShop")}
            isOptional={secretOrigin === "either"}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        <FormSelect
          field={fields.oldSecret}
          label={t("secret.old")}
          help={t("secret.oldHelp")}
          options={[
            { value: "keep", label: t("secret.oldKeep", { count: overlapDays }) },
            { value: "end", label: t("secret.oldEnd") },
          ]}
        />
        <SubmitButton isPending={dialog.isPending} isBlock>
          {t("secret.rotate")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
