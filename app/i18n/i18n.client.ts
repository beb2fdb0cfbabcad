import i18next, { type BackendModule, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { INIT_OPTIONS } from "./init-options";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "./languages";

// One chunk per language: the page loads its own and no other.
const LOADERS: Record<Language, () => Promise<Record<string, object>>> = {
  en: () => import("./locales/en").then((module) => module.en),
  ms: () => import("./locales/ms").then((module) => module.ms),
};

const chunks: BackendModule = {
  type: "backend",
  init() {},
  read(language, namespace, done) {
    if (!isLanguage(language)) return done(new Error(`unknown language ${language}`), false);
    LOADERS[language]().then(
      (texts) => done(null, texts[namespace] ?? {}),
      (cause: Error) => done(cause, false),
    );
  },
};

/** Loads the texts of the page's language (`<html lang>`) before React takes over. */
export async function startClientI18n(): Promise<i18n> {
  const wanted = document.documentElement.lang;
  const language = isLanguage(wanted) ? wanted : DEFAULT_LANGUAGE;
  const texts = await LOADERS[language]();
  await i18next
    .use(chunks)
    .use(initReactI18next)
    .init({
      ...INIT_OPTIONS,
      // The server sends complete texts, so a second language is only loaded when someone switches.
      fallbackLng: false,
      lng: language,
      ns: Object.keys(texts),
      resources: { [language]: texts },
      partialBundledLanguages: true,
    });
  return i18next;
}
