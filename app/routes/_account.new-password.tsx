import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type * as z from "zod";
import { DeadLink } from "~/components/accounts/dead-link";
import { NewPasswordField } from "~/components/accounts/new-password-field";
import { ActionForm } from "~/components/forms/action-form";
import { parseForm } from "~/components/forms/parse-form";
import { SubmitButton } from "~/components/forms/submit-button";
import { useActionForm } from "~/components/forms/use-action-form";
import { AuthCard } from "~/components/shell/auth-card";
import { resetPasswordSchema } from "~/domain/accounts/accounts.schema";
import { LINK_LIFETIME } from "~/domain/accounts/email-token.server";
import { resetPassword } from "~/domain/accounts/reset-password.server";
import { accountsContext } from "~/http/accounts.server";
import { readLink } from "~/http/link-page.server";
import { refuseForm } from "~/http/refuse-form.server";
import { redirectVisitor, visitorTitle } from "~/http/visitor-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  return {
    title: await visitorTitle(args.request, "account:reset.title"),
    link: await readLink(args, "reset_password"),
    lifetime: LINK_LIFETIME,
  };
}

export async function action(args: ActionFunctionArgs) {
  const submission = parseForm(await args.request.formData(), resetPasswordSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const isReset = await resetPassword(await accountsContext(args), submission.value);
    if (!isReset) return data({ isDead: true as const }, 422);
    // The browser's own session, if it had one, is over too.
    const headers = { "Set-Cookie": args.context.session.destroy() };
    return redirectVisitor(args.request, "/log-in?notice=password-reset", headers);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export default function NewPasswordPage() {
  const { t } = useTranslation(["account", "auth"]);
  const { link, lifetime } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isDead = answer !== undefined && "isDead" in answer;
  const lastResult = answer && !("isDead" in answer) ? answer : null;
  const [form, fields] = useActionForm<z.input<typeof resetPasswordSchema>>({ lastResult });
  if (!link || isDead) return <DeadLink kind="reset" lifetime={lifetime} />;
  return (
    <AuthCard title={t("reset.title")} lead={t("reset.lead", { email: link.email })}>
      <ActionForm form={form}>
        <input type="hidden" name="token" value={link.token} />
        <input type="hidden" name="username" autoComplete="username" value={link.email} />
        <NewPasswordField field={fields.newPassword} label={t("auth:fields.newPassword")} />
        <SubmitButton isBlock>{t("reset.submit")}</SubmitButton>
      </ActionForm>
    </AuthCard>
  );
}
