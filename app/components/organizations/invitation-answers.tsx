import { Form, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "../forms/submit-button";
import { AuthCard } from "../shell/auth-card";
import { useVisitorPath } from "../shell/use-visitor-path";
import { LinkButton } from "../ui/link-button";
import { LogOutForm } from "./log-out-form";

/** For whoever is logged in with the invited email: one press. */
export function AcceptInvitation({ email }: { email: string }) {
  const { t } = useTranslation("organizations");
  return (
    <Form method="post" className="grid gap-4">
      <p className="break-words text-muted">{t("invitation.acceptAs", { email })}</p>
      <SubmitButton name="intent" value="accept" isBlock>
        {t("invitation.accept")}
      </SubmitButton>
    </Form>
  );
}

/** For whoever has an account and no session here: to log-in, and back. */
export function LogInToJoin({ email }: { email: string }) {
  const { t } = useTranslation("organizations");
  const { pathname, search } = useLocation();
  const path = useVisitorPath();
  return (
    <div className="grid gap-4">
      <p className="break-words text-muted">{t("invitation.hasAccount", { email })}</p>
      <LinkButton
        to={path(`/log-in?next=${encodeURIComponent(pathname + search)}`)}
        variant="primary"
        isBlock
      >
        {t("invitation.logIn")}
      </LinkButton>
    </div>
  );
}

/** For whoever is logged in with another email than the invited one. */
export function OthersInvitation({ email, own }: { email: string; own: string }) {
  const { t } = useTranslation("organizations");
  return (
    <AuthCard title={t("invitation.otherTitle")} lead={t("invitation.other", { email, own })}>
      <LogOutForm />
    </AuthCard>
  );
}

/** Used, withdrawn, unknown, too old, or of a closed organization: what it may be, and the next step. */
export function ExpiredInvitation({ days, isLoggedIn }: { days: number; isLoggedIn: boolean }) {
  const { t } = useTranslation("organizations");
  const path = useVisitorPath();
  return (
    <AuthCard title={t("invitation.expiredTitle")} lead={t("invitation.expired", { days })}>
      {isLoggedIn ? (
        <ToOrganizations />
      ) : (
        <LinkButton to={path("/log-in")} isBlock>
          {t("invitation.goLogIn")}
        </LinkButton>
      )}
    </AuthCard>
  );
}

/** For whom the invitation gives nothing as things are; `message` is a translation key. */
export function RefusedInvitation({ message }: { message: string }) {
  const { t } = useTranslation(["organizations", "errors"]);
  return (
    <AuthCard title={t("invitation.refusedTitle")} lead={t(message)}>
      <ToOrganizations />
    </AuthCard>
  );
}

function ToOrganizations() {
  const { t } = useTranslation("errors");
  return (
    <LinkButton to="/o?choose" isBlock>
      {t("goToOrganizations")}
    </LinkButton>
  );
}
