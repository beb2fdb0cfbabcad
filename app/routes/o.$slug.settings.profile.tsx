import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ProfileForm } from "~/components/accounts/profile-form";
import { parseForm } from "~/components/forms/parse-form";
import { Banner } from "~/components/ui/banner";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { profileFormSchema } from "~/domain/accounts/accounts.schema";
import { updateProfile } from "~/domain/accounts/update-profile.server";
import { accountsContext } from "~/http/accounts.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.view");
  const { user } = await ctx.db.entry();
  return { title: `${getServerT(user.language)("auth:profile.title")} · OruCRM`, user };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, db, slug } = await requireOrg(args, "organization.view");
  await db.entry();
  const submission = parseForm(await args.request.formData(), profileFormSchema);
  if (submission.status !== "success") return refuseForm(submission);
  try {
    await updateProfile(await accountsContext(args), actor.sessionId, submission.value);
    return redirect(`/o/${slug}/settings/profile?saved=profile`);
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export default function ProfilePage() {
  const { t } = useTranslation("auth");
  const { user } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <div className="grid max-w-2xl gap-4 sm:gap-5">
      {search.has("saved") && <Banner tone="good">{t("profile.saved")}</Banner>}
      <Card>
        <CardHeader title={t("profile.details")} detail={user.email} />
        <CardBody>
          <ProfileForm user={user} />
        </CardBody>
      </Card>
    </div>
  );
}
