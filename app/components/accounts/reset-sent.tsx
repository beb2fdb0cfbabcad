import { MailCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AuthCard } from "../shell/auth-card";
import { useVisitorPath } from "../shell/use-visitor-path";
import { LinkButton } from "../ui/link-button";
import { TextLink } from "../ui/text-link";

type ResetSentProps = { email: string; minutes: number; isDevelopment: boolean };

/** After a request for a new password: the same for an email with an account and one without. */
export function ResetSent({ email, minutes, isDevelopment }: ResetSentProps) {
  const { t } = useTranslation(["account", "auth"]);
  const path = useVisitorPath();
  return (
    <AuthCard
      title={t("forgot.sentTitle")}
      footer={<TextLink to={path("/log-in")}>{t("auth:signUp.logIn")}</TextLink>}
    >
      <div className="grid gap-5">
        <div className="flex items-start gap-3">
          <MailCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-muted" />
          <p className="min-w-0 break-words">{t("forgot.sent", { email, minutes })}</p>
        </div>
        <p className="text-sm text-muted">{t("forgot.sentHint")}</p>
        <LinkButton to={path("/forgot-password")} reloadDocument isBlock>
          {t("forgot.again")}
        </LinkButton>
        {isDevelopment && (
          <p className="text-sm text-muted">
            {t("auth:verify.developmentHint")}{" "}
            <TextLink to="/dev/mailbox">{t("auth:verify.mailbox")}</TextLink>
          </p>
        )}
      </div>
    </AuthCard>
  );
}
