import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useLocation, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EmailForm } from "~/components/accounts/email-form";
import { PasswordForm } from "~/components/accounts/password-form";
import { SavedSecurity } from "~/components/accounts/saved-security";
import { SessionsCard } from "~/components/accounts/sessions-card";
import { parseForm } from "~/components/forms/parse-form";
import { FactorSections } from "~/components/security/factor-sections";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { type SecurityForm, securityPageSchema } from "~/domain/accounts/accounts.schema";
import type { AccountsContext } from "~/domain/accounts/accounts-context";
import { changePassword } from "~/domain/accounts/change-password.server";
import { endOtherSessions } from "~/domain/accounts/end-other-sessions.server";
import { endSession } from "~/domain/accounts/end-session.server";
import { listSessions } from "~/domain/accounts/list-sessions.server";
import { requestEmailChange } from "~/domain/accounts/request-email-change.server";
import { readOwnFactors, viewFactors } from "~/domain/factors/factors-queries.server";
import { accountsContext } from "~/http/accounts.server";
import { leadThroughConfirm, readDraft } from "~/http/form-draft.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";
import { placeName } from "~/i18n/place-name";
import { isAppError, isConfirmFirst } from "~/lib/app-error";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.view");
  const [{ user }, sessions, factors, draft] = await Promise.all([
    ctx.db.entry(),
    listSessions(ctx),
    readOwnFactors(ctx),
    readDraft(args.context, { userId: ctx.actor.id, form: "email" }, args.request),
  ]);
  return {
    title: `${getServerT(user.language)("settings:sections.security")} · OruCRM`,
    email: user.email,
    typedEmail: draft?.email ?? null,
    factors: viewFactors(factors),
    sessions: sessions.map((session) => ({ ...session, place: placeName(session, user.language) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, db, slug } = await requireOrg(args, "organization.view");
  await db.entry();
  const submission = parseForm(await args.request.formData(), securityPageSchema);
  if (submission.status !== "success") return refuseForm(submission);
  const { intent } = submission.value;
  try {
    const session = await act(await accountsContext(args), actor.sessionId, submission.value);
    // The old session is over, so the answer leads to a request that carries the new one.
    const headers = session ? { "Set-Cookie": await args.context.session.commit(session) } : undefined;
    return redirect(`/o/${slug}/settings/security?saved=${intent}`, { headers });
  } catch (error) {
    if (intent === "email" && isAppError(error) && isConfirmFirst(error)) {
      const values = { email: submission.value.email };
      const page = `/o/${slug}/settings/security`;
      const draftOf = { userId: actor.id, form: "email" };
      return leadThroughConfirm(args.context, draftOf, { page, hash: "email", values });
    }
    return refuseForm(submission, error);
  }
}

/** Does what a form asks for; gives the session that takes this one's place, if one does. */
async function act(ctx: AccountsContext, sessionId: string, form: SecurityForm) {
  switch (form.intent) {
    case "password":
      return changePassword(ctx, sessionId, form);
    case "email":
      return void (await requestEmailChange(ctx, sessionId, form));
    case "end-session":
      return void (await endSession(ctx, sessionId, form.sessionId));
    case "end-others":
      return void (await endOtherSessions(ctx, sessionId));
  }
}

export default function SecurityPage() {
  const { t } = useTranslation("account");
  const { email, typedEmail, sessions, factors } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { key } = useLocation();
  const saved = search.get("saved");
  // A form of its own after each change, so that it is empty.
  const formKey = (intent: string) => (saved === intent ? key : "unchanged");
  return (
    <div className="grid max-w-3xl gap-4 *:min-w-0 sm:gap-5">
      <SavedSecurity saved={saved} />
      <SessionsCard sessions={sessions} />
      <Card>
        <CardHeader title={t("security.password")} detail={t("security.passwordHint")} />
        <CardBody>
          <PasswordForm key={formKey("password")} email={email} />
        </CardBody>
      </Card>
      <FactorSections factors={factors} />
      <Card>
        <CardHeader title={t("email.title")} detail={t("email.lead", { email })} />
        <CardBody>
          <EmailForm key={formKey("email")} typed={typedEmail} />
        </CardBody>
      </Card>
    </div>
  );
}
