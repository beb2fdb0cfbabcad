import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { cn } from "../ui/cn";
import { SECTIONS, type SectionKey, sectionHref } from "./sections";

type NavItemProps = { slug: string; section: SectionKey };

/** A section in the rail: icon and word, or the icon alone when the rail is narrow. */
export function NavItem({ slug, section }: NavItemProps) {
  const { t } = useTranslation("shell");
  const { icon: Icon, path } = SECTIONS[section];
  const label = t(`sections.${section}`);
  return (
    <NavLink
      to={sectionHref(slug, section)}
      end={path === ""}
      prefetch="intent"
      title={label}
      className={cn(
        "flex h-9 items-center gap-2.5 rounded-control px-2.5 text-base text-muted transition-colors touch:h-11",
        "hover:bg-hover hover:text-ink aria-[current=page]:bg-brand-surface aria-[current=page]:font-medium aria-[current=page]:text-brand-text",
        "narrow:w-9 narrow:justify-center narrow:px-0 narrow:touch:w-11",
      )}
    >
      <Icon aria-hidden="true" className="size-4.5 shrink-0" strokeWidth={1.75} />
      <span className="truncate narrow:sr-only">{label}</span>
    </NavLink>
  );
}
