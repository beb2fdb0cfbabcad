import { useFetcher } from "@remix-run/react";
import { MailCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AuthCard } from "../shell/auth-card";
import { Banner } from "../ui/banner";
import { Button } from "../ui/button";
import { TextLink } from "../ui/text-link";

type MailSentProps = {
  email: string;
  /** What was sent, in words; by default that of a sign-up. */
  lead?: ReactNode;
  /** Development keeps its mail where it can be read. */
  isDevelopment: boolean;
};

/** After a sign-up: where the link went, and how to get another one. */
export function MailSent({ email, lead, isDevelopment }: MailSentProps) {
  const { t } = useTranslation("auth");
  return (
    <AuthCard title={t("verify.sentTitle")} lead={lead}>
      <div className="grid gap-5">
        <div className="flex items-start gap-3">
          <MailCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-muted" />
          <p className="min-w-0 break-words">{t("verify.sent", { email })}</p>
        </div>
        <p className="text-sm text-muted">{t("verify.sentHint")}</p>
        <SendAgain email={email} />
        {isDevelopment && (
          <p className="text-sm text-muted">
            {t("verify.developmentHint")} <TextLink to="/dev/mailbox">{t("verify.mailbox")}</TextLink>
          </p>
        )}
      </div>
    </AuthCard>
  );
}

function SendAgain({ email }: { email: string }) {
  const { t } = useTranslation("auth");
  const fetcher = useFetcher<{ sentTo?: string; status?: "error" }>();
  const isSent = fetcher.state === "idle" && fetcher.data?.sentTo !== undefined;
  return (
    <fetcher.Form method="post" action="/check-your-email" className="grid gap-3">
      <input type="hidden" name="email" value={email} />
      {isSent && <Banner tone="good">{t("verify.resent")}</Banner>}
      {fetcher.data?.status === "error" && <Banner tone="bad">{t("verify.resendLater")}</Banner>}
      <Button type="submit" isBlock isLoading={fetcher.state !== "idle"}>
        {t("verify.resend")}
      </Button>
    </fetcher.Form>
  );
}
