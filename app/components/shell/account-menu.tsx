import { lazy, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { MenuButton } from "./menu-button";
import type { ShellUser } from "./shell-types";

const load = () => import("./account-panel");
const AccountPanel = lazy(load);

type AccountMenuProps = {
  /** Of the organization whose pages the profile opens among. */
  slug: string;
  user: ShellUser;
  onHelp: () => void;
  side?: "top" | "bottom";
  className: string;
  /** What the button shows. */
  children: ReactNode;
};

/** The button of the account menu. */
export function AccountMenu({ slug, user, onHelp, side = "top", className, children }: AccountMenuProps) {
  const { t } = useTranslation("shell");
  return (
    <MenuButton
      onIntent={load}
      menu={(button) => (
        <AccountPanel slug={slug} user={user} onHelp={onHelp} side={side}>
          {button}
        </AccountPanel>
      )}
      aria-label={`${t("account.menu")}: ${user.name}`}
      className={className}
    >
      {children}
    </MenuButton>
  );
}
