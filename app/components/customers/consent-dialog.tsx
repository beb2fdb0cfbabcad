import { useTranslation } from "react-i18next";
import { CONSENT_CHANNELS } from "~/domain/customers/consent-words";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { FormSelect } from "../forms/form-select";
import { FormTextarea } from "../forms/form-textarea";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { useDialogForm } from "../forms/use-dialog-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

const KEY = "record-consent";
type ConsentInput = Record<"channel" | "state" | "wording" | "place", string>;

/** Writes down what a customer decided, with the words and the place. */
export function ConsentDialog({ customerTo }: { customerTo: string }) {
  const { t } = useTranslation(["customerPage", "customers"]);
  const dialog = useDialogForm(KEY);
  const [form, fields] = useActionForm<ConsentInput>({
    id: KEY,
    defaultValue: { channel: "whatsapp", state: "subscribed" },
    lastResult: dialog.lastResult,
  });
  const decisions = ["subscribed", "unsubscribed"] as const;
  return (
    <Dialog
      isOpen={dialog.isOpen}
      onOpenChange={dialog.setOpen}
      trigger={<Button size="small">{t("consents.record")}</Button>}
      title={t("consents.title")}
      description={t("consents.lead")}
    >
      <ActionForm form={form} navigate={false} fetcherKey={KEY} action={`${customerTo}/edit`}>
        <input type="hidden" name="intent" value="consent" />
        <div className="grid gap-5 sm:grid-cols-2">
          <FormSelect
            field={fields.channel}
            label={t("consents.channel")}
            options={CONSENT_CHANNELS.map((value) => ({ value, label: t(`customers:channels.${value}`) }))}
          />
          <FormSelect
            field={fields.state}
            label={t("consents.decision")}
            options={decisions.map((value) => ({ value, label: t(`customers:consentStates.${value}`) }))}
          />
        </div>
        <FormTextarea
          field={fields.wording}
          label={t("consents.wording")}
          help={t("consents.wordingHelp")}
          rows={3}
        />
        <FormField
          field={fields.place}
          label={t("consents.place")}
          help={t("consents.placeHelp")}
          maxLength={200}
        />
        <SubmitButton isPending={dialog.isPending} isBlock>
          {t("consents.save")}
        </SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
