import { useFetcher, useFetchers } from "@remix-run/react";
import type { Language } from "~/i18n/languages";
import { isTheme, type Theme } from "./shell-types";

/** Where theme and language are saved on the user's row: POST `theme` or `language`. */
const PREFERENCES_ACTION = "/account/preferences";
const FETCHER_KEY = "preferences";

/** Saves a preference; the page shows it at once and the loaders follow. */
export function usePreferences(): { setTheme(theme: Theme): void; setLanguage(language: Language): void } {
  const fetcher = useFetcher({ key: FETCHER_KEY });
  const save = (values: Record<string, string>) =>
    fetcher.submit(values, { method: "post", action: PREFERENCES_ACTION });
  return {
    setTheme: (theme) => save({ intent: "theme", theme }),
    setLanguage: (language) => save({ intent: "language", language }),
  };
}

/** For the root's `<html className>`: the theme being saved, or else the saved one. */
export function useShownTheme(saved: Theme): Theme {
  const pending = useFetchers()
    .find((fetcher) => fetcher.key === FETCHER_KEY)
    ?.formData?.get("theme");
  return isTheme(pending) ? pending : saved;
}
