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
import {
  AcceptInvitation,
  ExpiredInvitation,
  LogInToJoin,
  OthersInvitation,
  RefusedInvitation,
} from "~/components/organizations/invitation-answers";
import { SignUpInvitedForm } from "~/components/organizations/sign-up-invited-form";
import { AuthCard } from "~/components/shell/auth-card";
import { findAccountBySession } from "~/domain/accounts/account-queries.server";
import { POLICY_VERSION } from "~/domain/accounts/privacy-policy";
import { acceptInvitation } from "~/domain/members/accept-invitation.server";
import { findInvitation } from "~/domain/members/find-invitation.server";
import { INVITATION_DAYS } from "~/domain/members/invitation-days";
import { invitationTokenSchema, signUpInvitedSchema } from "~/domain/members/members.schema";
import { signUpInvited } from "~/domain/members/sign-up-invited.server";
import { accountsContext, requireSession } from "~/http/accounts.server";
import { refuseForm } from "~/http/refuse-form.server";
import { redirectVisitor, visitorTitle } from "~/http/visitor-page.server";
import { isAppError } from "~/lib/app-error";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

function tokenOf(request: Request): string | null {
  const parsed = invitationTokenSchema.safeParse(new URL(request.url).searchParams.get("token"));
  return parsed.success ? parsed.data : null;
}

/** What keeps somebody from joining, in words; any other error is thrown on. */
function refusalOf(error: unknown): { refusal: string } {
  if (isAppError(error) && error.code === "conflict") return { refusal: error.messageKey };
  throw error;
}

/** Looks, and uses nothing up: programs that check mails follow links, people press buttons. */
export async function loader(args: LoaderFunctionArgs) {
  const token = tokenOf(args.request);
  const session = await args.context.session.read();
  const ctx = args.context.accounts;
  const [invitation, account] = await Promise.all([
    token === null ? null : findInvitation(ctx, token),
    session && findAccountBySession(ctx, session.sessionId),
  ]);
  return {
    title: await visitorTitle(args.request, "organizations:invitation.title"),
    invitation,
    ownEmail: account?.email ?? null,
    days: INVITATION_DAYS,
    policyVersion: POLICY_VERSION,
  };
}

export async function action(args: ActionFunctionArgs) {
  const token = tokenOf(args.request);
  const gone = data({ isGone: true }, 422);
  if (token === null) return gone;
  const ctx = await accountsContext(args);
  const form = await args.request.formData();
  if (form.get("intent") === "accept") {
    const { sessionId } = await requireSession(args);
    const joined = await acceptInvitation(ctx, sessionId, { token }).catch(refusalOf);
    if (joined && "refusal" in joined) return data(joined, 409);
    return joined ? redirect(`/o/${joined.slug}`) : gone;
  }
  const submission = parseForm(form, signUpInvitedSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    const joined = await signUpInvited(ctx, token, submission.value);
    if (!joined) return gone;
    return redirectVisitor(args.request, `/log-in?notice=verified&next=/o/${joined.slug}`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export default function InvitationPage() {
  const { t } = useTranslation(["organizations", "common"]);
  const { invitation, ownEmail, days, policyVersion } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isGone = answer !== undefined && "isGone" in answer;
  if (answer !== undefined && "refusal" in answer) return <RefusedInvitation message={answer.refusal} />;
  if (invitation === null || isGone) return <ExpiredInvitation days={days} isLoggedIn={ownEmail !== null} />;
  const { organization, invitedBy, email, hasAccount } = invitation;
  if (ownEmail !== null && ownEmail !== email) return <OthersInvitation email={email} own={ownEmail} />;
  const role = t(`common:roles.${invitation.role}`);
  return (
    <AuthCard
      title={t("invitation.title")}
      lead={
        invitedBy === null
          ? t("invitation.leadPlain", { organization, role })
          : t("invitation.lead", { inviter: invitedBy, organization, role })
      }
    >
      {ownEmail !== null && <AcceptInvitation email={ownEmail} />}
      {ownEmail === null && hasAccount && <LogInToJoin email={email} />}
      {ownEmail === null && !hasAccount && (
        <SignUpInvitedForm email={email} policyVersion={policyVersion} answer={answer} />
      )}
    </AuthCard>
  );
}
