import { NavLink, useLocation } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cn } from "../ui/cn";
import { SETTINGS_GROUPS, SETTINGS_SECTIONS, type SettingsSectionKey } from "./settings-sections";

type SettingsNavProps = { slug: string; visible: readonly SettingsSectionKey[] };

/** The settings' pages: a column where there is room, one line that opens on a phone. */
export function SettingsNav({ slug, visible }: SettingsNavProps) {
  const { t } = useTranslation("settings");
  const { pathname } = useLocation();
  const here = pathname.slice(`/o/${slug}/settings`.length);
  const current = SETTINGS_SECTIONS.find(({ path }) => path === here)?.key ?? null;
  return (
    <nav aria-label={t("title")} className="max-lg:mb-4 lg:w-44 lg:shrink-0">
      {/* A new element on each page, so that choosing one closes the list. */}
      <details key={pathname} className="group rounded-card border border-line bg-surface lg:hidden">
        <summary className="flex h-11 cursor-pointer list-none items-center justify-between gap-3 rounded-card px-4 text-base font-medium text-ink [&::-webkit-details-marker]:hidden">
          {current === null ? t("sections.all") : t(`sections.${current}`)}
          <ChevronDown
            aria-hidden="true"
            className="size-4 text-muted transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="border-t border-line p-1.5">
          <SettingsGroups slug={slug} visible={visible} />
        </div>
      </details>
      <div className="sticky top-6 max-lg:hidden">
        <SettingsGroups slug={slug} visible={visible} />
      </div>
    </nav>
  );
}

function SettingsGroups({ slug, visible }: SettingsNavProps) {
  const { t } = useTranslation("settings");
  return (
    <div className="grid gap-4">
      {SETTINGS_GROUPS.map((group) => (
        <div key={group}>
          <p className="px-2.5 pb-1 text-xs font-medium text-muted">{t(`groups.${group}`)}</p>
          <ul className="grid gap-0.5">
            {SETTINGS_SECTIONS.filter((section) => section.group === group)
              .filter(({ key }) => visible.includes(key))
              .map(({ key, path }) => (
                <li key={key}>
                  <NavLink
                    to={`/o/${slug}/settings${path}`}
                    end={path === ""}
                    prefetch="intent"
                    className={cn(
                      "flex min-h-8 items-center rounded-control px-2.5 py-1.5 text-base text-muted transition-colors touch:min-h-11",
                      "hover:bg-hover hover:text-ink aria-[current=page]:bg-brand-surface aria-[current=page]:font-medium aria-[current=page]:text-brand-text",
                    )}
                  >
                    {t(`sections.${key}`)}
                  </NavLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
