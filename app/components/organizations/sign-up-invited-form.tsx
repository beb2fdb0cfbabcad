import type { SubmissionResult } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import { PASSWORD_MIN } from "~/domain/accounts/password-length";
import type { signUpInvitedSchema } from "~/domain/members/members.schema";
import { RichText } from "~/i18n/rich-text";
import { ActionForm } from "../forms/action-form";
import { FormCheckbox } from "../forms/form-checkbox";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { TextLink } from "../ui/text-link";

type SignUpInvitedFormProps = {
  email: string;
  policyVersion: string;
  answer: SubmissionResult<string[]> | undefined;
};

/** An account for the invited email, and membership with it. */
export function SignUpInvitedForm({ email, policyVersion, answer }: SignUpInvitedFormProps) {
  const { t } = useTranslation(["organizations", "auth"]);
  const [form, fields] = useActionForm<z.input<typeof signUpInvitedSchema>>({ lastResult: answer });
  return (
    <ActionForm form={form}>
      <p className="break-words text-muted">{t("invitation.signUp", { email })}</p>
      {/* Password managers file the password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <input type="hidden" name={fields.policyVersion.name} value={policyVersion} />
      <FormField field={fields.name} label={t("auth:fields.name")} autoComplete="name" />
      <FormField
        field={fields.password}
        label={t("auth:fields.password")}
        help={t("auth:help.password", { min: PASSWORD_MIN })}
        type="password"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
      />
      <FormCheckbox field={fields.isAdult} label={t("auth:signUp.isAdult")} />
      <FormCheckbox
        field={fields.acceptsPolicy}
        label={
          <RichText
            t={t}
            i18nKey="auth:signUp.accepts"
            values={{ version: policyVersion }}
            components={{ policy: <TextLink to="/privacy" target="_blank" /> }}
          />
        }
      />
      <SubmitButton isBlock>{t("invitation.submit")}</SubmitButton>
    </ActionForm>
  );
}
