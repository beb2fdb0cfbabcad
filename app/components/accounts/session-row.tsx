import { Form, useLocation, useNavigation } from "@remix-run/react";
import { type LucideIcon, Monitor, Smartphone, Tablet } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ListedSession } from "~/domain/accounts/list-sessions.server";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { TimeAgo } from "../ui/time-ago";

export type SessionLine = Pick<
  ListedSession,
  "id" | "createdAt" | "lastSeenAt" | "ip" | "device" | "isCurrent"
> & {
  /** In words. */
  place: string | null;
};

const ICONS: Record<ListedSession["device"]["kind"], LucideIcon> = {
  desktop: Monitor,
  mobile: Smartphone,
  tablet: Tablet,
  other: Monitor,
};

/** One session: what it runs in, from where, since when, and its end. */
export function SessionRow({ session }: { session: SessionLine }) {
  const { t } = useTranslation("account");
  const { browser, system, kind } = session.device;
  const Icon = ICONS[kind];
  const device =
    browser === null
      ? t("sessions.unknownDevice")
      : t("sessions.on", { browser, system: system ?? t("sessions.unknown") });
  const where = [session.place, session.ip].filter(Boolean).join(" · ") || t("sessions.unknown");
  return (
    <li className="flex items-start gap-3 px-4 py-3 sm:px-5">
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-muted" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-ink">
          {device} {session.isCurrent && <Badge tone="brand">{t("sessions.current")}</Badge>}
        </p>
        <p className="text-sm break-words text-muted">{where}</p>
        <p className="text-sm text-muted">
          {t("sessions.loggedIn")} <TimeAgo at={session.createdAt} />
          {" · "}
          {t("sessions.lastSeen")} <TimeAgo at={session.lastSeenAt} />
        </p>
      </div>
      {!session.isCurrent && <EndSession id={session.id} device={device} />}
    </li>
  );
}

function EndSession({ id, device }: { id: string; device: string }) {
  const { t } = useTranslation("account");
  const { pathname } = useLocation();
  const isEnding = useNavigation().formData?.get("sessionId") === id;
  return (
    <Form method="post" action={pathname}>
      <input type="hidden" name="sessionId" value={id} />
      <Button
        type="submit"
        name="intent"
        value="end-session"
        size="small"
        isLoading={isEnding}
        aria-label={t("sessions.endNamed", { device })}
      >
        {t("sessions.end")}
      </Button>
    </Form>
  );
}
