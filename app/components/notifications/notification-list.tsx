import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isNotificationKind, NOTIFICATION_KINDS } from "~/domain/notifications/notification-kinds";
import type { ListedNotification } from "~/domain/notifications/notification-queries.server";
import { notificationValues } from "~/domain/notifications/notification-values";
import { useLanguage } from "~/i18n/use-language";
import { Button } from "../ui/button";
import { TimeAgo } from "../ui/time-ago";

type NotificationListProps = {
  /** Of the page that is shown. */
  slug: string;
  notifications: ListedNotification[];
};

/** What the user was told, newest first; what is unread carries a dot and can be marked. */
export function NotificationList({ slug, notifications }: NotificationListProps) {
  return (
    <ul className="divide-y divide-line border-t border-line">
      {notifications.map((one) => (
        <Notification key={one.id} slug={slug} notification={one} />
      ))}
    </ul>
  );
}

function Notification({ slug, notification }: { slug: string; notification: ListedNotification }) {
  const { t } = useTranslation("notifications");
  const { id, isRead, createdAt, organization } = notification;
  const { title, body, href, action } = useWords(slug, notification);
  return (
    <li className="grid grid-cols-[0.5rem_1fr] gap-x-3 px-4 py-4 sm:px-5">
      <span
        className={isRead ? "" : "mt-2 size-2 rounded-full bg-brand"}
        title={isRead ? undefined : t("unread")}
      />
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className={isRead ? "text-ink" : "font-medium text-ink"}>
            {!isRead && <span className="sr-only">{t("unread")}: </span>}
            {title}
          </p>
          <TimeAgo at={createdAt} className="text-sm text-muted" />
        </div>
        {organization && (
          <p className="text-sm text-muted">{t("about", { organization: organization.name })}</p>
        )}
        {body && <p className="mt-1 max-w-[68ch] text-pretty whitespace-pre-line text-muted">{body}</p>}
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          {href && (
            <Link to={href} className="rounded-small text-brand-text underline underline-offset-3">
              {action}
            </Link>
          )}
          {!isRead && (
            <Form method="post">
              <input type="hidden" name="id" value={id} />
              <Button type="submit" variant="ghost" size="small" className={href ? "" : "-ml-2.5"}>
                {t("markRead")}
              </Button>
            </Form>
          )}
        </div>
      </div>
    </li>
  );
}

/** Product news brings its words in both languages; all else is written here. */
function useWords(slug: string, { kind, facts, organization }: ListedNotification) {
  const { t } = useTranslation("notifications");
  const language = useLanguage();
  if (!isNotificationKind(kind)) return { title: kind, body: "", href: null, action: "" };
  // What names an organization itself may be about one that the user no longer sees.
  const isGone = organization === null && facts.organization !== undefined;
  const to = isGone ? null : NOTIFICATION_KINDS[kind];
  const values = notificationValues(t, facts, organization?.name ?? "");
  const ownTitle = facts[`title_${language}`];
  return {
    title: typeof ownTitle === "string" ? ownTitle : t(`kinds.${kind}.title`, values),
    body: kind === "product_news" ? String(facts[`body_${language}`] ?? "") : t(`kinds.${kind}.body`, values),
    href: to === null ? null : to({ slug: organization?.slug ?? slug, facts }),
    action: to === null ? "" : t(`kinds.${kind}.action`),
  };
}
