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
import { ActionForm } from "~/components/forms/action-form";
import { FormField } from "~/components/forms/form-field";
import { parseForm } from "~/components/forms/parse-form";
import { SubmitButton } from "~/components/forms/submit-button";
import { useActionForm } from "~/components/forms/use-action-form";
import { PasskeyButton } from "~/components/security/passkey-button";
import { LOG_IN_CHALLENGE_ACTION } from "~/components/security/second-step-form";
import { AuthCard } from "~/components/shell/auth-card";
import { useVisitorPath } from "~/components/shell/use-visitor-path";
import { Banner } from "~/components/ui/banner";
import { TextLink } from "~/components/ui/text-link";
import { logInSchema } from "~/domain/accounts/accounts.schema";
import type { StartedSession } from "~/domain/accounts/accounts-context";
import { logIn } from "~/domain/accounts/log-in.server";
import { passkeyAnswerSchema } from "~/domain/factors/factors.schema";
import { logInByPasskey } from "~/domain/factors/log-in-by-passkey.server";
import { accountsContext } from "~/http/accounts.server";
import { factorsContext, passkeyAnswer } from "~/http/factors.server";
import { commitFirstStep } from "~/http/pre-login.server";
import { refuseForm } from "~/http/refuse-form.server";
import { sessionState, visitorTitle } from "~/http/visitor-page.server";
import { localPath } from "~/lib/local-path";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const state = await sessionState(args);
  if (state === "alive") return redirect(destination(searchParams));
  return {
    title: await visitorTitle(args.request, "auth:logIn.title"),
    notice: state === "ended" ? "ended" : searchParams.get("notice"),
    isDevelopment: args.context.mailbox !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  if (form.get("method") === "passkey") return takePasskey(args, form);
  const submission = parseForm(form, logInSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const outcome = await logIn(await accountsContext(args), submission.value);
    if (outcome.outcome === "unverified") return data({ sentTo: submission.value.email });
    if (outcome.outcome === "second-step") {
      const { search } = new URL(args.request.url);
      return redirect(`/log-in/second-step${search}`, {
        headers: { "Set-Cookie": await commitFirstStep(args, outcome) },
      });
    }
    return enter(args, outcome.session);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

/** A passkey answered; no email was typed. */
async function takePasskey(args: ActionFunctionArgs, form: FormData) {
  const submission = parseForm(form, passkeyAnswerSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const answer = await passkeyAnswer(args, "passkey-log-in", "", submission.value);
    return enter(args, await logInByPasskey(await factorsContext(args), answer));
  } catch (error) {
    return refuseForm(submission, error);
  }
}

async function enter(args: ActionFunctionArgs, session: StartedSession) {
  return redirect(destination(new URL(args.request.url).searchParams), {
    headers: { "Set-Cookie": await args.context.session.commit(session) },
  });
}

/** Back to where the session was missed, or to the first organization. */
function destination(search: URLSearchParams): string {
  return localPath(search.get("next")) ?? "/o";
}

export default function LogInPage() {
  const { t } = useTranslation("auth");
  const { notice, isDevelopment } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "sentTo" in answer) {
    return <MailSent email={answer.sentTo} lead={t("verify.unverified")} isDevelopment={isDevelopment} />;
  }
  return <LogInForm notice={notice} answer={answer} />;
}

type LogInFormProps = {
  notice: string | null;
  answer: SubmissionResult<string[]> | undefined;
};

function LogInForm({ notice, answer }: LogInFormProps) {
  const { t } = useTranslation("auth");
  const path = useVisitorPath();
  const [form, fields] = useActionForm<z.input<typeof logInSchema>>({ lastResult: answer });
  return (
    <AuthCard
      title={t("logIn.title")}
      lead={t("logIn.lead")}
      footer={
        <>
          {t("logIn.noAccount")} <TextLink to={path("/sign-up")}>{t("logIn.signUp")}</TextLink>
        </>
      }
    >
      {!answer && <Notice notice={notice} />}
      <ActionForm form={form}>
        <FormField
          field={fields.email}
          label={t("fields.email")}
          type="email"
          autoComplete="username"
          autoFocus
        />
        <FormField
          field={fields.password}
          label={t("fields.password")}
          type="password"
          autoComplete="current-password"
        />
        <SubmitButton isBlock>{t("logIn.submit")}</SubmitButton>
        <p className="text-center text-sm">
          <TextLink to={path("/forgot-password")}>{t("logIn.forgot")}</TextLink>
        </p>
      </ActionForm>
      <div className="mt-4 border-t border-line pt-4">
        <PasskeyButton label={t("passkey.logIn")} url={LOG_IN_CHALLENGE_ACTION} purpose="log-in" />
      </div>
    </AuthCard>
  );
}

/** Why somebody arrives here, when it is not for the first time. */
function Notice({ notice }: { notice: string | null }) {
  const { t } = useTranslation("auth");
  if (notice === "verified")
    return (
      <Banner tone="good" className="mb-5" title={t("verify.doneTitle")}>
        {t("verify.done")}
      </Banner>
    );
  if (notice === "logged-out")
    return (
      <Banner tone="good" className="mb-5">
        {t("logIn.ended")}
      </Banner>
    );
  if (notice === "too-late") return <Banner className="mb-5">{t("secondStep.tooLate")}</Banner>;
  if (notice === "password-reset")
    return (
      <Banner tone="good" className="mb-5">
        {t("logIn.passwordReset")}
      </Banner>
    );
  if (notice === "ended") return <Banner className="mb-5">{t("logIn.sessionEnded")}</Banner>;
  return null;
}
