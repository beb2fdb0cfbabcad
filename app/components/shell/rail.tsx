import { ChevronsUpDown, PanelLeft, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../ui/avatar";
import { Kbd } from "../ui/kbd";
import { AccountMenu } from "./account-menu";
import { NavItem } from "./nav-item";
import { NotificationBell } from "./notification-bell";
import { OrganizationSwitcher } from "./organization-switcher";
import { toggleRail } from "./rail-width";
import type { ShellProps } from "./shell-types";
import { useCommandKey } from "./use-command-key";

type RailProps = Omit<ShellProps, "zone" | "announcedPolicy"> & { onSearch: () => void; onHelp: () => void };

/** The rail at the left from 640 px: organization, search, sections, account. */
export function Rail({ organization, organizations, user, sections, unread, onSearch, onHelp }: RailProps) {
  const { t } = useTranslation("shell");
  const commandKey = useCommandKey();
  return (
    <aside className="sticky top-0 hidden h-dvh w-58 shrink-0 flex-col gap-3 border-r border-line bg-sunken p-2.5 narrow:w-14 narrow:items-center sm:flex">
      <OrganizationSwitcher organization={organization} organizations={organizations} />
      <button
        type="button"
        onClick={onSearch}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-9 w-full items-center gap-2.5 rounded-control border border-line bg-surface px-2.5 text-muted transition-colors hover:border-control hover:text-ink narrow:w-9 narrow:justify-center narrow:px-0"
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <span className="flex-1 text-left narrow:sr-only">{t("search.button")}</span>
        <span aria-hidden="true" className="narrow:hidden">
          <Kbd>{commandKey} K</Kbd>
        </span>
      </button>
      <nav aria-label={t("mainNavigation")} className="grid gap-0.5">
        {sections.map((section) => (
          <NavItem key={section} slug={organization.slug} section={section} />
        ))}
      </nav>
      <div className="mt-auto grid gap-1">
        <NotificationBell
          slug={organization.slug}
          unread={unread}
          className="flex h-9 items-center gap-2.5 rounded-control px-2.5 text-base text-muted transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-brand-surface aria-[current=page]:font-medium aria-[current=page]:text-brand-text touch:h-11 narrow:w-9 narrow:justify-center narrow:px-0"
        />
        <RailToggle />
        <AccountMenu
          slug={organization.slug}
          user={user}
          onHelp={onHelp}
          className="flex h-11 w-full min-w-0 items-center gap-2.5 rounded-control px-2 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover narrow:w-9 narrow:justify-center narrow:px-0"
        >
          <Avatar name={user.name} size="small" className="bg-surface!" />
          <span className="min-w-0 flex-1 truncate text-ink narrow:hidden">{user.name}</span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-faint narrow:hidden" />
        </AccountMenu>
      </div>
    </aside>
  );
}

function RailToggle() {
  const { t } = useTranslation("shell");
  const classes =
    "hidden h-9 items-center gap-2.5 rounded-control text-base text-muted transition-colors hover:bg-hover hover:text-ink";
  return (
    <>
      <button type="button" onClick={toggleRail} className={`${classes} px-2.5 lg:flex narrow:hidden`}>
        <PanelLeft aria-hidden="true" className="size-4.5" strokeWidth={1.75} />
        {t("collapse")}
      </button>
      <button
        type="button"
        onClick={toggleRail}
        title={t("expand")}
        aria-label={t("expand")}
        className={`${classes} w-9 justify-center lg:narrow:flex`}
      >
        <PanelLeft aria-hidden="true" className="size-4.5 shrink-0" strokeWidth={1.75} />
      </button>
    </>
  );
}
