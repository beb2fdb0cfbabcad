import { useTranslation } from "react-i18next";
import type * as z from "zod";
import type { askSupportSchema } from "~/domain/support/support.schema";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { FormTextarea } from "../forms/form-textarea";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";

/** A new question to the people who run the product. */
export function AskForm() {
  const { t } = useTranslation("support");
  const [form, fields] = useActionForm<z.input<typeof askSupportSchema>>({ id: "ask" });
  return (
    <ActionForm form={form}>
      <FormField field={fields.subject} label={t("ask.subject")} maxLength={120} />
      <FormTextarea field={fields.body} label={t("ask.body")} help={t("ask.bodyHelp")} rows={6} />
      <SubmitButton className="justify-self-start">{t("ask.submit")}</SubmitButton>
    </ActionForm>
  );
}
