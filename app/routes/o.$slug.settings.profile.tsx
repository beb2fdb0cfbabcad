import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useLocation, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PasswordForm } from "~/components/accounts/password-form";
import { ProfileForm } from "~/components/accounts/profile-form";
import { parseForm } from "~/components/forms/parse-form";
import { Banner } from "~/components/ui/banner";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { profilePageSchema } from "~/domain/accounts/accounts.schema";
import { changePassword } from "~/domain/accounts/change-password.server";
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
  const submission = parseForm(await args.request.formData(), profilePageSchema);
  if (submission.status !== "success") return refuseForm(submission);
  const here = `/o/${slug}/settings/profile`;
  const ctx = await accountsContext(args);
  try {
    if (submission.value.intent === "profile") {
      await updateProfile(ctx, actor.sessionId, submission.value);
      return redirect(`${here}?saved=profile`);
    }
    const session = await changePassword(ctx, actor.sessionId, submission.value);
    // The old session is over, so the answer leads to a request that carries the new one.
    const headers = { "Set-Cookie": await args.context.session.commit(session) };
    return redirect(`${here}?saved=password`, { headers });
  } catch (error) {
    return refuseForm(submission, error);
  }
}

export default function ProfilePage() {
  const { t } = useTranslation("auth");
  const { user } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { key } = useLocation();
  const saved = search.get("saved");
  return (
    <div className="grid max-w-2xl gap-4 sm:gap-5">
      {saved === "profile" && <Banner tone="good">{t("profile.saved")}</Banner>}
      {saved === "password" && <Banner tone="good">{t("profile.passwordChanged")}</Banner>}
      <Card>
        <CardHeader title={t("profile.details")} detail={user.email} />
        <CardBody>
          <ProfileForm user={user} />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t("profile.security")} detail={t("profile.securityHint")} />
        <CardBody>
          {/* A form of its own after each change, so that it is empty. */}
          <PasswordForm key={saved === "password" ? key : "unchanged"} email={user.email} />
        </CardBody>
      </Card>
    </div>
  );
}
