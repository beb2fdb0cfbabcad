import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { UserPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { ActRefusal } from "~/components/members/act-refusal";
import { InvitationList } from "~/components/members/invitation-list";
import { LeaveCard } from "~/components/members/leave-card";
import { MemberList } from "~/components/members/member-list";
import { Banner } from "~/components/ui/banner";
import { Card, CardHeader } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";
import { leaveOrganization } from "~/domain/members/change-member-state.server";
import { leaveSchema } from "~/domain/members/members.schema";
import { listInvitations, listMembers } from "~/domain/members/members-queries.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

const DONE = ["invited", "resent", "revoked", "removed"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "members.view");
  const [{ user, role, organization }, members, invitations] = await Promise.all([
    ctx.db.entry(),
    listMembers(ctx),
    listInvitations(ctx),
  ]);
  const mayManage = isAllowed(role, "members.manage");
  return {
    title: `${getServerT(user.language)("members:title")} · OruCRM`,
    slug: ctx.slug,
    organization: organization.name,
    ownId: user.id,
    isOwner: members.some(({ id, isOwner }) => isOwner && id === user.id),
    members: mayManage ? members : members.filter(({ state }) => state === "active"),
    invitations: mayManage ? invitations : null,
    now: ctx.now().getTime(),
  };
}

/** Leaving, which every member may. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "members.view");
  const submission = parseForm(await args.request.formData(), leaveSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await leaveOrganization(ctx);
    return redirect("/o");
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Members() {
  const { slug, organization, ownId, isOwner, members, invitations, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("members");
  const [search] = useSearchParams();
  const done = DONE.find((one) => one === search.get("done"));
  return (
    <div className="grid gap-4 *:min-w-0 sm:gap-5">
      <ActRefusal />
      {done && <Banner tone="good">{t(`done.${done}`)}</Banner>}
      <Card>
        <CardHeader
          title={t("title")}
          action={
            invitations && (
              <LinkButton to="invite" variant="primary" size="small">
                <UserPlus aria-hidden="true" />
                {t("invite.open")}
              </LinkButton>
            )
          }
        />
        <MemberList members={members} ownId={ownId} isLinked={invitations !== null} />
      </Card>
      {invitations && invitations.length > 0 && (
        <InvitationList invitations={invitations} slug={slug} now={now} />
      )}
      <LeaveCard organization={organization} isOwner={isOwner} />
    </div>
  );
}
