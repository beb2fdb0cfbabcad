import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { InviteForm } from "~/components/members/invite-form";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { INVITATION_DAYS } from "~/domain/members/invitation-days";
import { inviteMember } from "~/domain/members/invite-member.server";
import { inviteSchema } from "~/domain/members/members.schema";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "members.manage");
  const { user } = await ctx.db.entry();
  return { title: `${getServerT(user.language)("members:invite.title")} · OruCRM` };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireOrg(args, "members.manage");
  const submission = parseForm(await args.request.formData(), inviteSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await inviteMember(ctx, submission.value);
    return redirect(`/o/${ctx.slug}/settings/members?done=invited`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Invite() {
  const { t } = useTranslation("members");
  return (
    <Card className="max-w-2xl">
      <CardHeader title={t("invite.title")} detail={t("invite.lead", { days: INVITATION_DAYS })} />
      <CardBody>
        <InviteForm />
      </CardBody>
    </Card>
  );
}
