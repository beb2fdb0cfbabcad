import { useNavigate } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ZoneProvider } from "~/i18n/zone";
import { FactorResetNotice } from "../security/factor-reset-notice";
import { BottomBar } from "./bottom-bar";
import { CommandPalette } from "./command-palette";
import { OfflineBanner } from "./offline-banner";
import { PhoneBar } from "./phone-bar";
import { PolicyBanner } from "./policy-banner";
import { Rail } from "./rail";
import { sectionHref } from "./sections";
import type { ShellProps } from "./shell-types";
import type { Shortcut } from "./shortcut-keys";
import { ShortcutsHelp } from "./shortcuts-help";
import { useShortcuts } from "./use-shortcuts";

/** Everything around a signed-in page: rail or bottom bar, palette, shortcuts. */
export function AppShell({ children, ...shell }: ShellProps & { children: ReactNode }) {
  const { t } = useTranslation("shell");
  const navigate = useNavigate();
  const [isSearching, setSearching] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const { slug } = shell.organization;

  useShortcuts((shortcut: Shortcut) => {
    if (shortcut.do === "palette") setSearching((isOpen) => !isOpen);
    if (shortcut.do === "help") setHelping(true);
    if (shortcut.do === "search" && !focusPageSearch()) setSearching(true);
    if (shortcut.do === "go" && shell.sections.includes(shortcut.section)) {
      navigate(sectionHref(slug, shortcut.section));
    }
  });

  const openSearch = () => setSearching(true);
  const openHelp = () => setHelping(true);
  return (
    <ZoneProvider zone={shell.zone}>
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-brand px-3 py-2 text-on-brand focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skipToContent")}
      </a>
      <div className="flex min-h-dvh flex-col sm:flex-row">
        <Rail {...shell} onSearch={openSearch} onHelp={openHelp} />
        <PhoneBar {...shell} onSearch={openSearch} onHelp={openHelp} />
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 pt-4 pb-24 sm:px-6 sm:pt-5 sm:pb-10 lg:px-8"
        >
          <OfflineBanner />
          <div className="mx-auto max-w-300">
            {shell.factorResetAt && <FactorResetNotice at={shell.factorResetAt} />}
            {shell.announcedPolicy !== null && <PolicyBanner slug={slug} version={shell.announcedPolicy} />}
            {children}
          </div>
        </main>
        <BottomBar slug={slug} sections={shell.sections} />
      </div>
      <CommandPalette
        isOpen={isSearching}
        onOpenChange={setSearching}
        slug={slug}
        sections={shell.sections}
      />
      <ShortcutsHelp isOpen={isHelping} onOpenChange={setHelping} sections={shell.sections} />
    </ZoneProvider>
  );
}

/** A list marks its search box with `data-page-search`. */
function focusPageSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>("[data-page-search]");
  box?.focus();
  box?.select();
  return box !== null;
}
