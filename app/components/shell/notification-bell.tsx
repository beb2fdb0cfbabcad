import { NavLink } from "@remix-run/react";
import { Bell } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "../ui/cn";

type NotificationBellProps = {
  slug: string /** Counted up to 100. */;
  unread: number;
  className: string;
  isIconOnly?: boolean;
};

/** The way to the notifications, with how many are unread. */
export function NotificationBell({ slug, unread, className, isIconOnly = false }: NotificationBellProps) {
  const { t } = useTranslation("shell");
  const label = t("notifications.open");
  const count = t("notifications.unread", { count: unread });
  const name = unread > 0 ? `${label}, ${count}` : label;
  return (
    <NavLink
      to={`/o/${slug}/notifications`}
      prefetch="intent"
      title={name}
      aria-label={name}
      className={className}
    >
      <span className="relative">
        <Bell aria-hidden="true" className={isIconOnly ? "size-5" : "size-4.5 shrink-0"} strokeWidth={1.75} />
        {unread > 0 && (
          <span
            className={cn(
              "absolute -top-0.5 -right-0.5 size-2 rounded-full bg-brand",
              !isIconOnly && "hidden narrow:block",
            )}
          />
        )}
      </span>
      {!isIconOnly && <span className="flex-1 truncate narrow:sr-only">{label}</span>}
      {!isIconOnly && unread > 0 && (
        <span className="figures rounded-full bg-brand px-1.5 text-xs font-medium text-on-brand narrow:hidden">
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </NavLink>
  );
}
