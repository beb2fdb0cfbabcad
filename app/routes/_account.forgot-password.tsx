import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import { ResetSent } from "~/components/accounts/reset-sent";
import { ActionForm } from "~/components/forms/action-form";
import { FormField } from "~/components/forms/form-field";
import { parseForm } from "~/components/forms/parse-form";
import { SubmitButton } from "~/components/forms/submit-button";
import { useActionForm } from "~/components/forms/use-action-form";
import { AuthCard } from "~/components/shell/auth-card";
import { useVisitorPath } from "~/components/shell/use-visitor-path";
import { TextLink } from "~/components/ui/text-link";
import { askForLinkSchema } from "~/domain/accounts/accounts.schema";
import { LINK_LIFETIME } from "~/domain/accounts/email-token.server";
import { requestPasswordReset } from "~/domain/accounts/request-password-reset.server";
import { accountsContext } from "~/http/accounts.server";
import { refuseForm } from "~/http/refuse-form.server";
import { visitorTitle } from "~/http/visitor-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  return {
    title: await visitorTitle(request, "account:forgot.title"),
    minutes: LINK_LIFETIME.minutes,
    isDevelopment: context.mailbox !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const submission = parseForm(await args.request.formData(), askForLinkSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await requestPasswordReset(await accountsContext(args), submission.value);
    return data({ sentTo: submission.value.email });
  } catch (error) {
    return refuseForm(submission, error);
  }
}

/** For whoever forgot the password, or fears that somebody else knows it. */
export default function ForgotPasswordPage() {
  const { t } = useTranslation(["account", "auth"]);
  const path = useVisitorPath();
  const { minutes, isDevelopment } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const sentTo = answer && "sentTo" in answer ? answer.sentTo : null;
  const lastResult = answer && !("sentTo" in answer) ? answer : null;
  const [form, fields] = useActionForm<z.input<typeof askForLinkSchema>>({ lastResult });
  if (sentTo !== null) return <ResetSent email={sentTo} minutes={minutes} isDevelopment={isDevelopment} />;
  return (
    <AuthCard
      title={t("forgot.title")}
      lead={t("forgot.lead")}
      footer={<TextLink to={path("/log-in")}>{t("auth:signUp.logIn")}</TextLink>}
    >
      <ActionForm form={form}>
        <FormField field={fields.email} label={t("auth:fields.email")} type="email" autoComplete="username" />
        <SubmitButton isBlock>{t("forgot.submit")}</SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}
