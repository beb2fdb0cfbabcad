import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";

export type Crumb = { label: string; to: string };

/** The way back up. The page itself is the title below, not a crumb. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useTranslation("common");
  return (
    <nav aria-label={t("breadcrumb")}>
      <ol className="flex items-center gap-1 text-sm text-muted">
        {crumbs.map((crumb, index) => (
          <li key={crumb.to} className="flex items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden="true" className="size-3.5 text-faint" />}
            <Link to={crumb.to} className="rounded-small transition-colors hover:text-ink">
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
