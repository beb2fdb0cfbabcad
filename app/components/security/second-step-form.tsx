import type { SubmissionResult } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import type { ConfirmMethods } from "./confirm-form";
import { PasskeyButton } from "./passkey-button";

export const LOG_IN_CHALLENGE_ACTION = "/log-in/passkey-challenge";

type SecondStepFormProps = {
  methods: ConfirmMethods;
  lastResult: SubmissionResult<string[]> | undefined;
};

/** A code, or a passkey: whichever the person has. */
export function SecondStepForm({ methods, lastResult }: SecondStepFormProps) {
  const { t } = useTranslation("auth");
  const [form, fields] = useActionForm<{ code: string }>({ id: "second-step", lastResult });
  return (
    <div className="grid gap-4">
      {methods.passkey && (
        <PasskeyButton
          label={t("passkey.use")}
          url={LOG_IN_CHALLENGE_ACTION}
          purpose="second-step"
          isPrimary={!methods.code}
        />
      )}
      {methods.code && (
        <ActionForm form={form}>
          <input type="hidden" name="method" value="code" />
          <FormField
            field={fields.code}
            label={t("secondStep.code")}
            help={t("secondStep.codeHelp")}
            autoComplete="one-time-code"
            autoFocus
          />
          <SubmitButton isBlock>{t("secondStep.submit")}</SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
