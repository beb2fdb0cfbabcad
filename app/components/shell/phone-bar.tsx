import { Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../ui/avatar";
import { AccountMenu } from "./account-menu";
import { NotificationBell } from "./notification-bell";
import { OrganizationSwitcher } from "./organization-switcher";
import type { ShellProps } from "./shell-types";

type PhoneBarProps = Pick<ShellProps, "organization" | "organizations" | "user" | "unread"> & {
  onSearch: () => void;
  onHelp: () => void;
};

const buttonStyles = "grid size-11 place-items-center rounded-control text-muted hover:bg-hover";

/** The strip at the top of a phone: whose customers, search, account. */
export function PhoneBar({ organization, organizations, user, unread, onSearch, onHelp }: PhoneBarProps) {
  const { t } = useTranslation("shell");
  return (
    <header className="sticky top-0 z-30 flex h-13 items-center gap-1 border-b border-line bg-surface px-2 sm:hidden">
      <div className="min-w-0 flex-1">
        <OrganizationSwitcher organization={organization} organizations={organizations} />
      </div>
      <button type="button" onClick={onSearch} aria-label={t("search.button")} className={buttonStyles}>
        <Search aria-hidden="true" className="size-5" />
      </button>
      <NotificationBell slug={organization.slug} unread={unread} className={buttonStyles} isIconOnly />
      <AccountMenu
        slug={organization.slug}
        user={user}
        onHelp={onHelp}
        side="bottom"
        className={buttonStyles}
      >
        <Avatar name={user.name} />
      </AccountMenu>
    </header>
  );
}
