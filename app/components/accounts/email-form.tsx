import { useActionData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import type { emailFormSchema } from "~/domain/accounts/accounts.schema";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { answerOf } from "./answer-of";

/** A new email. `typed` is what was filled in before a detour. */
export function EmailForm({ typed }: { typed: string | null }) {
  const { t } = useTranslation("account");
  const [form, fields] = useActionForm<z.input<typeof emailFormSchema>>({
    id: "email",
    defaultValue: { email: typed ?? "" },
    lastResult: answerOf("email", useActionData()),
  });
  const { pathname } = useLocation();
  return (
    <ActionForm form={form} action={pathname}>
      <FormField field={fields.email} label={t("email.new")} type="email" autoComplete="email" />
      <SubmitButton name="intent" value="email" className="justify-self-start">
        {t("email.submit")}
      </SubmitButton>
    </ActionForm>
  );
}
