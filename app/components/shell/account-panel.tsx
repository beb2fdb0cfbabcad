import { Link, useSubmit } from "@remix-run/react";
import { Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from "~/i18n/languages";
import { useLanguage } from "~/i18n/use-language";
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "../ui/dropdown-menu";
import { usePreferences, useShownTheme } from "./preferences";
import { isTheme, type ShellUser, THEMES } from "./shell-types";

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor };

type AccountPanelProps = {
  slug: string;
  user: ShellUser;
  onHelp: () => void;
  side: "top" | "bottom";
  children: ReactElement;
};

/** Who is signed in, how the product looks to them, and the way out; its own chunk, opened by `AccountMenu`. */
export default function AccountPanel({ slug, user, onHelp, side, children }: AccountPanelProps) {
  const { t } = useTranslation("shell");
  const language = useLanguage();
  const theme = useShownTheme(user.theme);
  const { setTheme, setLanguage } = usePreferences();
  return (
    <Menu defaultOpen>
      <MenuTrigger asChild>{children}</MenuTrigger>
      <MenuContent align="start" side={side} className="w-60">
        <div className="px-2.5 pt-1.5 pb-2">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-sm text-muted">{user.email}</p>
        </div>
        <MenuSeparator />
        <MenuItem asChild>
          <Link to={`/o/${slug}/settings/profile`}>
            <UserRound aria-hidden="true" className="text-muted" />
            {t("account.profile")}
          </Link>
        </MenuItem>
        <MenuItem icon={Keyboard} hint="?" onSelect={onHelp} className="max-sm:hidden">
          {t("account.help")}
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>{t("account.theme")}</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={(value) => isTheme(value) && setTheme(value)}>
          {THEMES.map((choice) => (
            <MenuRadioItem key={choice} value={choice} icon={THEME_ICONS[choice]}>
              {t(`account.${choice}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuLabel>{t("account.language")}</MenuLabel>
        <MenuRadioGroup value={language} onValueChange={(value) => isLanguage(value) && setLanguage(value)}>
          {LANGUAGES.map((choice) => (
            <MenuRadioItem key={choice} value={choice} lang={choice}>
              {LANGUAGE_NAMES[choice]}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <LogOutItem />
      </MenuContent>
    </Menu>
  );
}

function LogOutItem() {
  const { t } = useTranslation("shell");
  const submit = useSubmit();
  // A form inside the menu would be gone, with the menu, before it is sent.
  const logOut = () => submit(null, { method: "post", action: "/log-out" });
  return (
    <MenuItem icon={LogOut} onSelect={logOut}>
      {t("account.logOut")}
    </MenuItem>
  );
}
