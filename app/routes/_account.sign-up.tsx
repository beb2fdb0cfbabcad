import type { SubmissionResult } from "@conform-to/react";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import { MailSent } from "~/components/accounts/mail-sent";
import { NewPasswordField } from "~/components/accounts/new-password-field";
import { ActionForm } from "~/components/forms/action-form";
import { FormCheckbox } from "~/components/forms/form-checkbox";
import { FormField } from "~/components/forms/form-field";
import { parseForm } from "~/components/forms/parse-form";
import { SubmitButton } from "~/components/forms/submit-button";
import { useActionForm } from "~/components/forms/use-action-form";
import { AuthCard } from "~/components/shell/auth-card";
import { useVisitorPath } from "~/components/shell/use-visitor-path";
import { TextLink } from "~/components/ui/text-link";
import { signUpSchema } from "~/domain/accounts/accounts.schema";
import { POLICY_VERSION } from "~/domain/accounts/privacy-policy";
import { signUp } from "~/domain/accounts/sign-up.server";
import { accountsContext } from "~/http/accounts.server";
import { refuseForm } from "~/http/refuse-form.server";
import { sessionState, visitorTitle } from "~/http/visitor-page.server";
import { RichText } from "~/i18n/rich-text";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  if ((await sessionState(args)) === "alive") return redirect("/o");
  return {
    title: await visitorTitle(args.request, "auth:signUp.title"),
    policyVersion: POLICY_VERSION,
    isDevelopment: args.context.mailbox !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const submission = parseForm(await args.request.formData(), signUpSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await signUp(await accountsContext(args), submission.value);
    return data({ sentTo: submission.value.email });
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export default function SignUpPage() {
  const { policyVersion, isDevelopment } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "sentTo" in answer) return <MailSent email={answer.sentTo} isDevelopment={isDevelopment} />;
  return <SignUpForm policyVersion={policyVersion} answer={answer} />;
}

type SignUpFormProps = {
  policyVersion: string;
  answer: SubmissionResult<string[]> | undefined;
};

function SignUpForm({ policyVersion, answer }: SignUpFormProps) {
  const { t } = useTranslation("auth");
  const path = useVisitorPath();
  const [form, fields] = useActionForm<z.input<typeof signUpSchema>>({ lastResult: answer });
  return (
    <AuthCard
      title={t("signUp.title")}
      lead={t("signUp.lead")}
      footer={
        <>
          {t("signUp.hasAccount")} <TextLink to={path("/log-in")}>{t("signUp.logIn")}</TextLink>
        </>
      }
    >
      <ActionForm form={form}>
        <input type="hidden" name={fields.policyVersion.name} value={policyVersion} />
        <FormField field={fields.name} label={t("fields.name")} autoComplete="name" />
        <FormField field={fields.email} label={t("fields.email")} type="email" autoComplete="email" />
        <NewPasswordField field={fields.password} label={t("fields.password")} />
        <FormField
          field={fields.organization}
          label={t("fields.organization")}
          help={t("help.organization")}
          autoComplete="organization"
        />
        <FormCheckbox field={fields.isAdult} label={t("signUp.isAdult")} />
        <FormCheckbox field={fields.acceptsPolicy} label={<AcceptsPolicy version={policyVersion} />} />
        <SubmitButton isBlock>{t("signUp.submit")}</SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}

function AcceptsPolicy({ version }: { version: string }) {
  const { t } = useTranslation("auth");
  return (
    <RichText
      t={t}
      i18nKey="signUp.accepts"
      values={{ version }}
      components={{ policy: <TextLink to="/privacy" target="_blank" /> }}
    />
  );
}
