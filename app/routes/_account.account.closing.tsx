import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CloseAccountForm } from "~/components/accounts/close-account-form";
import { ReopenAccount } from "~/components/accounts/reopen-account";
import { parseForm } from "~/components/forms/parse-form";
import { LogOutForm } from "~/components/organizations/log-out-form";
import { AuthCard } from "~/components/shell/auth-card";
import { accountClosingSchema } from "~/domain/accounts/account-closing.schema";
import { getAccountClosing } from "~/domain/accounts/account-closing-queries.server";
import { closeAccount } from "~/domain/accounts/close-account.server";
import { reopenAccount } from "~/domain/accounts/reopen-account.server";
import { accountsContext, requireSession } from "~/http/accounts.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireFresh } from "~/http/require-fresh.server";
import { redirectToLanguage } from "~/http/visitor-page.server";
import { formatDate } from "~/i18n/format-date";
import { getServerT } from "~/i18n/i18n.server";
import { AppError } from "~/lib/app-error";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireSession(args);
  const { closesAt, email, language } = await getAccountClosing(args.context.accounts, sessionId);
  redirectToLanguage(args.request, language);
  return {
    title: `${getServerT(language)("auth:closing.title")} · OruCRM`,
    email,
    closesOn: closesAt && formatDate(closesAt, "UTC", language),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { sessionId } = await requireSession(args);
  const submission = parseForm(await args.request.formData(), accountClosingSchema);
  if (submission.status !== "success") return refuseForm(submission);
  const ctx = await accountsContext(args);
  if (submission.value.intent === "close") await requireFresh(args);
  try {
    if (submission.value.intent === "reopen") {
      await reopenAccount(ctx, sessionId);
      return redirect("/o");
    }
    const { email } = await getAccountClosing(ctx, sessionId);
    if (submission.value.email.trim().toLowerCase() !== email)
      throw new AppError("invalid", "errors:invalid", { fields: { email: "errors:accounts.emailDiffers" } });
    await closeAccount(ctx, sessionId);
  } catch (error) {
    return refuseForm(submission, error);
  }
  const headers = { "Set-Cookie": args.context.session.destroy() };
  return redirect("/log-in?notice=logged-out", { headers });
}

/** Closes the account, and for 30 days opens it again. */
export default function AccountClosing() {
  const { email, closesOn } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  return (
    <AuthCard
      title={t(closesOn === null ? "closing.title" : "closing.isClosing")}
      lead={closesOn === null ? t("closing.lead") : t("closing.until", { date: closesOn, email })}
      footer={<LogOutForm />}
    >
      {closesOn === null ? <CloseAccountForm email={email} /> : <ReopenAccount />}
    </AuthCard>
  );
}
