export const LANGUAGES = ["en", "ms"] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = "en";

/** How each language names itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: "English", ms: "Bahasa Melayu" };

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
