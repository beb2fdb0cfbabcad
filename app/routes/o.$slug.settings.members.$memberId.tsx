import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { ActRefusal } from "~/components/members/act-refusal";
import { MemberAccess } from "~/components/members/member-access";
import { MemberHead } from "~/components/members/member-head";
import { MemberRole } from "~/components/members/member-role";
import { OwnershipCard } from "~/components/members/ownership-card";
import { Banner } from "~/components/ui/banner";
import { actOnMember } from "~/domain/members/act-on-member.server";
import { memberActionSchema } from "~/domain/members/members.schema";
import { getMember } from "~/domain/members/members-queries.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "members.manage");
  const [{ user }, { member, isByOwner }] = await Promise.all([
    ctx.db.entry(),
    getMember(ctx, { userId: args.params.memberId ?? "" }),
  ]);
  return {
    title: `${member.name} · ${getServerT(user.language)("members:title")} · OruCRM`,
    member,
    isOwn: member.id === user.id,
    mayTransfer: isByOwner && member.role === "admin" && member.state === "active" && !member.isOwner,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "members.manage");
  const userId = args.params.memberId ?? "";
  const submission = parseForm(await args.request.formData(), memberActionSchema);
  if (submission.status !== "success") return refuseForm(submission);
  const { intent } = submission.value;
  try {
    await actOnMember(ctx, userId, submission.value);
    const members = `/o/${ctx.slug}/settings/members`;
    return redirect(intent === "remove" ? `${members}?done=removed` : `${members}/${userId}?saved=${intent}`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MemberPage() {
  const { member, isOwn, mayTransfer } = useLoaderData<typeof loader>();
  const { t } = useTranslation("members");
  const [search] = useSearchParams();
  return (
    <div className="grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-4 sm:gap-5">
      <ActRefusal />
      {search.has("saved") && <Banner tone="good">{t("saved")}</Banner>}
      <MemberHead member={member} isOwn={isOwn} />
      {member.isOwner ? (
        <Banner>{t("ownerStays")}</Banner>
      ) : (
        // A form of its own for each role, so that it shows the one that is saved.
        <MemberRole key={member.role} member={member} />
      )}
      {!member.isOwner && !isOwn && <MemberAccess member={member} />}
      {mayTransfer && <OwnershipCard name={member.name} />}
    </div>
  );
}
