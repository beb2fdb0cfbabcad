import { isTheme, THEMES, type Theme } from "./shell-types";

const STORAGE_KEY = "theme";

export function readVisitorTheme(): Theme {
  try {
    const saved = localStorage.getItem(STORAGE_KEY);
    return isTheme(saved) ? saved : "system";
  } catch {
    return "system";
  }
}

export function saveVisitorTheme(theme: Theme): void {
  document.documentElement.classList.remove(...THEMES);
  document.documentElement.classList.add(theme);
  try {
    localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}
