import { createInstance, type i18n, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import { RemixI18Next } from "remix-i18next/server";
import { INIT_OPTIONS } from "./init-options";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES, type Language } from "./languages";
import { en } from "./locales/en";
import { ms } from "./locales/ms";

const RESOURCES = { en, ms };

// No cookie and no session in the order: the product has one cookie, and it is not for this.
const detector = new RemixI18Next({
  detection: {
    supportedLanguages: [...LANGUAGES],
    fallbackLanguage: DEFAULT_LANGUAGE,
    order: ["searchParams", "custom"],
    // The library's own reading of the header looks at the first language alone; a browser
    // that asks for Chinese and then Malay gets Malay. Regions do not matter: ms-MY is ms.
    findLocale: async (request) => request.headers.get("Accept-Language")?.replace(/-\w+/g, "") ?? null,
  },
});

/**
 * The language a request is answered in: the user's row first; for visitors
 * `?lng=`, then Accept-Language, then English.
 */
export async function findLanguage(request: Request, userLanguage?: string | null): Promise<Language> {
  if (isLanguage(userLanguage)) return userLanguage;
  const detected = await detector.getLocale(request);
  return isLanguage(detected) ? detected : DEFAULT_LANGUAGE;
}

/** An instance for one rendering. Never shared: an isolate answers many languages at once. */
export function createServerI18n(language: Language): i18n {
  const instance = createInstance();
  instance.use(initReactI18next);
  void instance.init({
    ...INIT_OPTIONS,
    lng: language,
    resources: { [language]: RESOURCES[language] },
    initImmediate: false,
  });
  return instance;
}

/** `t` outside React: page titles in loaders, emails. Keys may name their namespace: `auth:logIn.title`. */
export function getServerT(language: Language): TFunction {
  return createServerI18n(language).t;
}
