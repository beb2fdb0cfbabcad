import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Sheet } from "../ui/sheet";
import { SECTIONS, type SectionKey, sectionHref } from "./sections";

type MoreSheetProps = {
  slug: string;
  sections: readonly SectionKey[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** The sections that have no place in the bottom bar; its own chunk, opened by `BottomBar`. */
export default function MoreSheet({ slug, sections, isOpen, onOpenChange }: MoreSheetProps) {
  const { t } = useTranslation("shell");
  return (
    <Sheet isOpen={isOpen} onOpenChange={onOpenChange} title={t("more")}>
      <div className="-mx-2 grid gap-1 pb-2">
        {sections.map((section) => (
          <SheetLink key={section} slug={slug} section={section} onOpen={() => onOpenChange(false)} />
        ))}
      </div>
    </Sheet>
  );
}

type SheetLinkProps = { slug: string; section: SectionKey; onOpen: () => void };

function SheetLink({ slug, section, onOpen }: SheetLinkProps) {
  const { t } = useTranslation("shell");
  const { icon: Icon } = SECTIONS[section];
  return (
    <NavLink
      to={sectionHref(slug, section)}
      onClick={onOpen}
      className="flex h-12 items-center gap-3 rounded-control px-3 text-lg text-ink hover:bg-hover aria-[current=page]:bg-brand-surface aria-[current=page]:text-brand-text"
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
      {t(`sections.${section}`)}
    </NavLink>
  );
}
