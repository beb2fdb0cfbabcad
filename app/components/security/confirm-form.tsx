import type { SubmissionResult } from "@conform-to/react";
import { useTranslation } from "react-i18next";
import { ActionForm } from "../forms/action-form";
import { FormField } from "../forms/form-field";
import { SubmitButton } from "../forms/submit-button";
import { useActionForm } from "../forms/use-action-form";
import { PasskeyButton } from "./passkey-button";

const CONFIRM_ACTION = "/account/confirm";
export const CHALLENGE_ACTION = "/account/passkey-challenge";

/** How this person may prove who they are. */
export type ConfirmMethods = { password: boolean; code: boolean; passkey: boolean };

type ConfirmFormProps = {
  methods: ConfirmMethods;
  email: string;
  lastResult: SubmissionResult<string[]> | null | undefined;
  /** Where to go on; the page that holds the form stays when there is none. */
  next?: string;
  fetcherKey?: string;
  isPending?: boolean;
};

/** Password, code or passkey: once more, because the next step is grave. */
export function ConfirmForm({ methods, email, lastResult, next, fetcherKey, isPending }: ConfirmFormProps) {
  const { t } = useTranslation("auth");
  const [form, fields] = useActionForm<{ password: string; code: string }>({ id: "confirm", lastResult });
  const hidden = next === undefined ? undefined : { next };
  const isTyped = methods.password || methods.code;
  return (
    <div className="grid gap-4">
      {isTyped && (
        <ActionForm
          form={form}
          action={CONFIRM_ACTION}
          {...(fetcherKey === undefined ? {} : { navigate: false, fetcherKey })}
        >
          {next !== undefined && <input type="hidden" name="next" value={next} />}
          <input type="hidden" name="method" value={methods.password ? "password" : "code"} />
          <input type="hidden" name="username" autoComplete="username" value={email} />
          {methods.password ? (
            <FormField
              field={fields.password}
              label={t("fields.password")}
              type="password"
              autoComplete="current-password"
              autoFocus
            />
          ) : (
            <FormField
              field={fields.code}
              label={t("secondStep.code")}
              help={t("secondStep.codeHelp")}
              autoComplete="one-time-code"
              autoFocus
            />
          )}
          <SubmitButton isPending={isPending} isBlock>
            {t("confirm.submit")}
          </SubmitButton>
        </ActionForm>
      )}
      {methods.passkey && (
        <PasskeyButton
          label={t("passkey.use")}
          url={CHALLENGE_ACTION}
          purpose="confirm"
          action={CONFIRM_ACTION}
          fields={hidden}
          fetcherKey={fetcherKey}
          isPrimary={!isTyped}
        />
      )}
    </div>
  );
}
