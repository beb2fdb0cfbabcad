import type { Language } from "./languages";

type Place = {
  city: string | null;
  /** ISO 3166 alpha-2. */
  country: string | null;
};

/** "Ipoh, Malaysia", as far as it is known; null where nothing is. */
export function placeName({ city, country }: Place, language: Language): string | null {
  const parts = [city, country && countryName(country, language)].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : null;
}

/** A country in words; the code itself where it has none. */
function countryName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
