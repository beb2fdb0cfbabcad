import { NavLink } from "@remix-run/react";
import { Menu as MenuIcon } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { SECTIONS, type SectionKey, sectionHref } from "./sections";
import { useOnDemand } from "./use-on-demand";

const MoreSheet = lazy(() => import("./more-sheet"));

// Four sections and "More": five places for a thumb.
const PLACES = 4;

const placeStyles =
  "flex h-14 min-w-0 flex-col items-center justify-center gap-1 text-xs text-muted aria-[current=page]:font-medium aria-[current=page]:text-brand-text";

type BottomBarProps = { slug: string; sections: readonly SectionKey[] };

/** The sections on a phone: four at the bottom edge, the rest in a sheet. */
export function BottomBar({ slug, sections }: BottomBarProps) {
  const { t } = useTranslation("shell");
  const [isOpen, setOpen] = useState(false);
  const isMounted = useOnDemand(isOpen);
  const rest = sections.slice(PLACES);
  return (
    <nav
      aria-label={t("mainNavigation")}
      className="fixed inset-x-0 bottom-0 z-30 grid grid-flow-col auto-cols-fr border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      {sections.slice(0, PLACES).map((section) => (
        <BottomPlace key={section} slug={slug} section={section} />
      ))}
      {rest.length > 0 && (
        <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} className={placeStyles}>
          <MenuIcon aria-hidden="true" className="size-5" strokeWidth={1.75} />
          {t("more")}
        </button>
      )}
      {isMounted && (
        <Suspense fallback={null}>
          <MoreSheet slug={slug} sections={rest} isOpen={isOpen} onOpenChange={setOpen} />
        </Suspense>
      )}
    </nav>
  );
}

function BottomPlace({ slug, section }: { slug: string; section: SectionKey }) {
  const { t } = useTranslation("shell");
  const { icon: Icon, path } = SECTIONS[section];
  return (
    <NavLink to={sectionHref(slug, section)} end={path === ""} className={placeStyles}>
      <Icon aria-hidden="true" className="size-5 shrink-0" strokeWidth={1.75} />
      <span className="max-w-full truncate px-1">
        {section === "dashboard" ? t("home") : t(`sections.${section}`)}
      </span>
    </NavLink>
  );
}
