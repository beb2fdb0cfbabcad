const COUNTRIES: Record<string, string> = {
  BND: "BN",
  IDR: "ID",
  PHP: "PH",
  SGD: "SG",
  THB: "TH",
  VND: "VN",
};

/** The country that phones without a calling code are likely of, by the organization's currency. */
export function countryOf(currency: string): string {
  return COUNTRIES[currency] ?? "MY";
}
