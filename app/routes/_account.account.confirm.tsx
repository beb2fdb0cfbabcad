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
import { parseForm } from "~/components/forms/parse-form";
import { ConfirmForm } from "~/components/security/confirm-form";
import { AuthCard } from "~/components/shell/auth-card";
import { confirmIdentity } from "~/domain/factors/confirm-identity.server";
import { confirmSchema } from "~/domain/factors/factors.schema";
import { confirmMethods, getFactors } from "~/domain/factors/factors-queries.server";
import { requireSession } from "~/http/accounts.server";
import { factorsContext, passkeyAnswer } from "~/http/factors.server";
import { refuseForm } from "~/http/refuse-form.server";
import { redirectToLanguage } from "~/http/visitor-page.server";
import { getServerT } from "~/i18n/i18n.server";
import { localPath } from "~/lib/local-path";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireSession(args);
  const factors = await getFactors(args.context.accounts, sessionId);
  const { language, email } = factors.user;
  redirectToLanguage(args.request, language);
  return {
    title: `${getServerT(language)("auth:confirm.title")} · OruCRM`,
    isFresh: factors.isFresh,
    methods: confirmMethods(factors),
    email,
    next: localPath(new URL(args.request.url).searchParams.get("next")) ?? "/o",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { sessionId, userId } = await requireSession(args);
  const form = await args.request.formData();
  const submission = parseForm(form, confirmSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const given = submission.value;
    const proof =
      given.method === "passkey"
        ? { method: given.method, ...(await passkeyAnswer(args, "passkey-confirm", userId, given)) }
        : given;
    await confirmIdentity(await factorsContext(args), sessionId, proof);
  } catch (error) {
    return refuseForm(submission, error);
  }
  const next = localPath(form.get("next")?.toString() ?? null);
  // A dialog stays where it is and goes on by itself.
  return next === null ? data<SubmissionResult<string[]>>({ status: "success" }) : redirect(next);
}

/** Between a page and its grave act: is it really them? */
export default function ConfirmPage() {
  const { t } = useTranslation("auth");
  const { methods, email, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AuthCard title={t("confirm.title")} lead={t("confirm.lead")}>
      <ConfirmForm methods={methods} email={email} next={next} lastResult={answer} />
    </AuthCard>
  );
}
