import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { buttonStyles } from "./button-styles";
import { LinkButton } from "./link-button";

type PaginationProps = {
  /** The neighbours' URLs; null at an end. */
  previousTo: string | null;
  nextTo: string | null;
  /** On the left: "1,204 customers". */
  children?: ReactNode;
};

/** Keyset pages: back and on. Nothing is shown when everything fits on one page. */
export function Pagination({ previousTo, nextTo, children }: PaginationProps) {
  const { t } = useTranslation("common");
  if (!previousTo && !nextTo && !children) return null;
  return (
    <nav
      aria-label={t("pagination.label")}
      className="flex min-h-13 items-center justify-between gap-3 border-t border-line px-4 py-2 sm:px-5"
    >
      <span className="figures text-sm text-muted">{children}</span>
      {(previousTo || nextTo) && (
        <span className="flex gap-2">
          <PageLink to={previousTo} label={t("pagination.previous")} rel="prev">
            <ChevronLeft aria-hidden="true" />
          </PageLink>
          <PageLink to={nextTo} label={t("pagination.next")} rel="next">
            <ChevronRight aria-hidden="true" />
          </PageLink>
        </span>
      )}
    </nav>
  );
}

type PageLinkProps = { to: string | null; label: string; rel: string; children: ReactNode };

function PageLink({ to, label, rel, children }: PageLinkProps) {
  if (to === null) {
    return (
      <span aria-hidden="true" className={buttonStyles({ size: "icon", className: "opacity-40" })}>
        {children}
      </span>
    );
  }
  return (
    <LinkButton to={to} size="icon" aria-label={label} rel={rel}>
      {children}
    </LinkButton>
  );
}
