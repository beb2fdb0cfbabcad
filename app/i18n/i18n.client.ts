import i18next, { type BackendModule, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { INIT_OPTIONS } from "./init-options";
import { DEFAULT_LANGUAGE, isLanguage, type Language } from "./languages";
import { GROUP_NAMES, groupOf, groupsOfPath, TEXT_GROUPS, type TextGroup } from "./text-groups";

type Texts = Record<string, object>;

// One chunk per language and group.
const LOADERS: Record<Language, Record<TextGroup, () => Promise<Texts>>> = {
  en: {
    core: () => import("./locales/en/group-core").then((module) => module.core),
    records: () => import("./locales/en/group-records").then((module) => module.records),
    start: () => import("./locales/en/group-start").then((module) => module.start),
    tools: () => import("./locales/en/group-tools").then((module) => module.tools),
    visitors: () => import("./locales/en/group-visitors").then((module) => module.visitors),
    work: () => import("./locales/en/group-work").then((module) => module.work),
  },
  ms: {
    core: () => import("./locales/ms/group-core").then((module) => module.core),
    records: () => import("./locales/ms/group-records").then((module) => module.records),
    start: () => import("./locales/ms/group-start").then((module) => module.start),
    tools: () => import("./locales/ms/group-tools").then((module) => module.tools),
    visitors: () => import("./locales/ms/group-visitors").then((module) => module.visitors),
    work: () => import("./locales/ms/group-work").then((module) => module.work),
  },
};

const chunks: BackendModule = {
  type: "backend",
  init() {},
  read(language, namespace, done) {
    const group = groupOf(namespace);
    if (!isLanguage(language) || !group) return done(new Error(`no texts ${language}/${namespace}`), false);
    LOADERS[language][group]().then(
      (texts) => done(null, texts[namespace] ?? {}),
      (cause: Error) => done(cause, false),
    );
  },
};

/** Loads what the page says (`<html lang>`, its path) before React takes over. */
export async function startClientI18n(): Promise<i18n> {
  const wanted = document.documentElement.lang;
  const language = isLanguage(wanted) ? wanted : DEFAULT_LANGUAGE;
  const groups = groupsOfPath(location.pathname);
  const texts = Object.assign({}, ...(await Promise.all(groups.map((group) => LOADERS[language][group]()))));
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

/** The texts of the other pages, for when the browser has nothing better to do. */
export async function loadOtherTexts(i18n: i18n): Promise<void> {
  await i18n.loadNamespaces(GROUP_NAMES.flatMap((group) => [...TEXT_GROUPS[group]]));
}
