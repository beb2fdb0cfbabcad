import { Link, useLocation } from "@remix-run/react";
import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGE_NAMES, LANGUAGES } from "~/i18n/languages";
import { useLanguage } from "~/i18n/use-language";
import { Button } from "../ui/button";
import { THEMES, type Theme } from "./shell-types";
import { readVisitorTheme, saveVisitorTheme } from "./visitor-theme";

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor };

/** Language and theme of somebody without an account: the one in the URL, the other in this browser. */
export function VisitorChoices() {
  const language = useLanguage();
  const { pathname, search } = useLocation();
  return (
    <div className="flex items-center gap-4">
      {LANGUAGES.filter((choice) => choice !== language).map((choice) => {
        const query = new URLSearchParams(search);
        query.set("lng", choice);
        return (
          <Link
            key={choice}
            to={`${pathname}?${query}`}
            lang={choice}
            className="rounded-small hover:text-ink"
          >
            {LANGUAGE_NAMES[choice]}
          </Link>
        );
      })}
      <ThemeButton />
    </div>
  );
}

function ThemeButton() {
  const { t } = useTranslation("shell");
  const [theme, setTheme] = useState<Theme>("system");
  useEffect(() => setTheme(readVisitorTheme()), []);
  const Icon = THEME_ICONS[theme];
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label={`${t("account.theme")}: ${t(`account.${theme}`)}`}
      onClick={() => {
        const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
        saveVisitorTheme(next);
        setTheme(next);
      }}
    >
      <Icon aria-hidden="true" />
    </Button>
  );
}
