import { useTranslation } from "react-i18next";
import { AuthCard } from "../shell/auth-card";
import { useVisitorPath } from "../shell/use-visitor-path";
import { LinkButton } from "../ui/link-button";

/** What a link in a mail was for, and where whoever holds a dead one goes on. */
const NEXT = {
  verify: "/check-your-email",
  reset: "/forgot-password",
  email: "/log-in",
  factors: "/log-in",
  undo: "/forgot-password",
} as const;

type DeadLinkProps = { kind: keyof typeof NEXT; lifetime: { minutes: number; days: number } };

/** One page for a link that is used, too old, cut off or was never ours, with the next step. */
export function DeadLink({ kind, lifetime }: DeadLinkProps) {
  const { t } = useTranslation(["account", "auth"]);
  const path = useVisitorPath();
  return (
    <AuthCard title={t("deadLink.title")} lead={t(`deadLink.lead.${kind}`, lifetime)}>
      <div className="grid gap-3">
        <LinkButton to={path(NEXT[kind])} variant="primary" isBlock>
          {t(`deadLink.next.${kind}`)}
        </LinkButton>
        {NEXT[kind] !== "/log-in" && (
          <LinkButton to={path("/log-in")} isBlock>
            {t("auth:signUp.logIn")}
          </LinkButton>
        )}
      </div>
    </AuthCard>
  );
}
