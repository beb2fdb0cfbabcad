import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../ui/link-button";
import { Logo } from "../ui/logo";
import { VisitorChoices } from "./visitor-choices";

type PublicShellProps = {
  /** Somebody with a session is offered their dashboard instead of log-in. */
  homeHref?: string | null;
  children: ReactNode;
};

/** Everything around a page that anybody may read: home, privacy. */
export function PublicShell({ homeHref = null, children }: PublicShellProps) {
  const { t } = useTranslation("public");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="sticky top-0 z-30 border-b border-line bg-canvas">
        <div className="mx-auto flex h-15 max-w-270 items-center justify-between gap-4 px-4 sm:px-6">
          <Link to="/" className="flex rounded-small">
            <Logo />
          </Link>
          <nav aria-label={t("header.label")} className="flex items-center gap-2">
            {homeHref ? (
              <LinkButton to={homeHref} variant="primary">
                {t("header.dashboard")}
              </LinkButton>
            ) : (
              <>
                <LinkButton to="/log-in" variant="ghost">
                  {t("header.logIn")}
                </LinkButton>
                <LinkButton to="/sign-up" variant="primary">
                  {t("header.signUp")}
                </LinkButton>
              </>
            )}
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex-1">
        {children}
      </main>
      <PublicFooter />
    </div>
  );
}

/** The line at the bottom of every page outside the app: privacy, language, theme. */
export function PublicFooter() {
  const { t } = useTranslation("public");
  return (
    <footer className="border-t border-line">
      <div className="mx-auto flex max-w-270 flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 text-sm text-muted sm:px-6">
        <p>{t("footer.line")}</p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Link to="/privacy" className="rounded-small hover:text-ink">
            {t("footer.privacy")}
          </Link>
          <Link to="/trust" className="rounded-small hover:text-ink">
            {t("footer.trust")}
          </Link>
          <Link to="/status" className="rounded-small hover:text-ink">
            {t("footer.status")}
          </Link>
          <a href="mailto:privacy@orucrm.com" className="rounded-small hover:text-ink">
            privacy@orucrm.com
          </a>
          <VisitorChoices />
        </div>
      </div>
    </footer>
  );
}
