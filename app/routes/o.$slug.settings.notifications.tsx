import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { parseForm } from "~/components/forms/parse-form";
import { PreferencesForm } from "~/components/notifications/preferences-form";
import { Banner } from "~/components/ui/banner";
import { Card, CardBody, CardHeader } from "~/components/ui/card";
import { notificationPreferencesSchema } from "~/domain/notifications/notification.schema";
import { getNotificationPreferences } from "~/domain/notifications/notification-queries.server";
import { updatePreferences } from "~/domain/notifications/update-preferences.server";
import { accountsContext } from "~/http/accounts.server";
import { refuseForm } from "~/http/refuse-form.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "organization.view");
  const [{ user }, preferences] = await Promise.all([ctx.db.entry(), getNotificationPreferences(ctx)]);
  return { title: `${getServerT(user.language)("notifications:preferences.title")} · OruCRM`, preferences };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, db, slug } = await requireOrg(args, "organization.view");
  await db.entry();
  const submission = parseForm(await args.request.formData(), notificationPreferencesSchema);
  if (submission.status !== "success") return refuseForm(submission);
  await updatePreferences(await accountsContext(args), actor.sessionId, submission.value);
  return redirect(`/o/${slug}/settings/notifications?saved`);
}

export default function NotificationPreferencesPage() {
  const { preferences } = useLoaderData<typeof loader>();
  const { t } = useTranslation("notifications");
  const [search] = useSearchParams();
  return (
    <div className="grid max-w-2xl gap-4 sm:gap-5">
      {search.has("saved") && <Banner tone="good">{t("preferences.saved")}</Banner>}
      <Card>
        <CardHeader title={t("preferences.title")} detail={t("preferences.lead")} />
        <CardBody>
          <PreferencesForm preferences={preferences} />
        </CardBody>
      </Card>
    </div>
  );
}
