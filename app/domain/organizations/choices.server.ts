import type { Language } from "~/i18n/languages";

export type Choice = { value: string; label: string };

/** Sold in most often by those we serve; they come first. */
const NEAR = [
  "MYR",
  "SGD",
  "BND",
  "IDR",
  "THB",
  "PHP",
  "VND",
  "USD",
  "EUR",
  "GBP",
  "AUD",
  "CNY",
  "HKD",
  "JPY",
];

/** Every IANA zone that the runtime knows, by region. */
export function listTimeZones(): Choice[] {
  return Intl.supportedValuesOf("timeZone").map((zone) => ({
    value: zone,
    label: zone.replaceAll("_", " "),
  }));
}

/** Every currency with its name in the page's language, those of the region first. */
export function listCurrencies(language: Language): Choice[] {
  const names = new Intl.DisplayNames([language], { type: "currency" });
  const others = Intl.supportedValuesOf("currency").filter((code) => !NEAR.includes(code));
  return [...NEAR, ...others].map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}
