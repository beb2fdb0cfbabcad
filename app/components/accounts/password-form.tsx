import { useActionData, useLocation, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import type { passwordFormSchema } from "~/domain/accounts/accounts.schema";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { answerOf } from "./answer-of";
import { NewPasswordField } from "./new-password-field";

/** A new password, for who knows the present one. */
export function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation(["auth", "account"]);
  const [form, fields] = useActionForm<z.input<typeof passwordFormSchema>>({
    id: "password",
    lastResult: answerOf("password", useActionData()),
  });
  const { pathname } = useLocation();
  const isPending = useNavigation().formData?.get("intent") === "password";
  return (
    // Without the query, which says what was saved before.
    <ActionForm form={form} action={pathname}>
      {/* Password managers file the new password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <FormField
        field={fields.currentPassword}
        label={t("fields.currentPassword")}
        type="password"
        autoComplete="current-password"
      />
      <NewPasswordField field={fields.newPassword} label={t("fields.newPassword")} />
      <SubmitButton name="intent" value="password" isPending={isPending} className="justify-self-start">
        {t("account:security.changePassword")}
      </SubmitButton>
    </ActionForm>
  );
}
