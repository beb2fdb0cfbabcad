import { useTranslation } from "react-i18next";
import type { CloseAccountForm as Fields } from "~/domain/accounts/account-closing.schema";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";

/** What closing an account means, and the email to be typed before it begins. */
export function CloseAccountForm({ email }: { email: string }) {
  const { t } = useTranslation("auth");
  const [form, fields] = useActionForm<Fields>({ id: "close-account" });
  return (
    <div className="grid gap-5">
      <ul className="grid list-disc gap-1.5 pl-5 text-muted">
        <li>{t("closing.sessions")}</li>
        <li>{t("closing.organizations")}</li>
        <li>{t("closing.goes")}</li>
      </ul>
      <ActionForm form={form}>
        <input type="hidden" name="intent" value="close" />
        <FormField field={fields.email} label={t("closing.email", { email })} autoComplete="off" />
        <SubmitButton variant="danger" isBlock>
          {t("closing.close")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
