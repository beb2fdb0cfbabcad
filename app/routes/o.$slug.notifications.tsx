import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/cloudflare";
import { Form, useLoaderData } from "@remix-run/react";
import { Bell } from "lucide-react";
import { useTranslation } from "react-i18next";
import { NotificationList } from "~/components/notifications/notification-list";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { Pagination } from "~/components/ui/pagination";
import { readNotificationsSchema } from "~/domain/notifications/notification.schema";
import { listNotifications } from "~/domain/notifications/notification-queries.server";
import { readNotifications } from "~/domain/notifications/read-notifications.server";
import { requireOrg } from "~/http/require-org.server";
import { getServerT } from "~/i18n/i18n.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireOrg(args, "dashboard.view");
  const after = new URL(args.request.url).searchParams.get("after") ?? undefined;
  const [{ user }, page] = await Promise.all([ctx.db.entry(), listNotifications(ctx, { after })]);
  return {
    title: `${getServerT(user.language)("notifications:title")} · OruCRM`,
    slug: ctx.slug,
    isFirst: after === undefined,
    ...page,
  };
}

/** Marks one, or all when the form names none. */
export async function action(args: ActionFunctionArgs) {
  const { actor, db, slug } = await requireOrg(args, "dashboard.view");
  await db.entry();
  const parsed = readNotificationsSchema.safeParse(Object.fromEntries(await args.request.formData()));
  if (!parsed.success) return data({ isRead: false }, 422);
  await readNotifications(args.context.accounts, actor.sessionId, parsed.data);
  return redirect(`/o/${slug}/notifications`);
}

export default function Notifications() {
  const { slug, notifications, next, isFirst } = useLoaderData<typeof loader>();
  const { t } = useTranslation("notifications");
  const hasUnread = notifications.some(({ isRead }) => !isRead);
  return (
    <>
      <PageHeader
        title={t("title")}
        action={
          <>
            <LinkButton to={`/o/${slug}/settings/notifications`} variant="ghost">
              {t("preferencesLink")}
            </LinkButton>
            {hasUnread && (
              <Form method="post">
                <Button type="submit">{t("markAllRead")}</Button>
              </Form>
            )}
          </>
        }
      />
      <Card>
        <p className="px-4 py-3 text-sm text-muted sm:px-5">{t("lead")}</p>
        {notifications.length > 0 ? (
          <NotificationList slug={slug} notifications={notifications} />
        ) : (
          <EmptyState icon={Bell} title={t("empty.title")}>
            {t("empty.body")}
          </EmptyState>
        )}
        <Pagination previousTo={isFirst ? null : "?"} nextTo={next === null ? null : `?after=${next}`} />
      </Card>
    </>
  );
}
