import type { Language } from "./languages";

type DateWords = {
  months: readonly string[];
  am: string;
  pm: string;
  justNow: string;
  yesterday: string;
  tomorrow: string;
  ago: (amount: string) => string;
  ahead: (amount: string) => string;
  units: Record<"minute" | "hour" | "day", (count: number) => string>;
};

const plural = (word: string) => (count: number) => `${count} ${word}${count === 1 ? "" : "s"}`;
const same = (word: string) => (count: number) => `${count} ${word}`;

/**
 * Our own words rather than Intl's: a browser and the server may carry different
 * CLDR versions ("Sep" or "Sept", "pm" or "PM"), and the two renderings must agree.
 */
export const DATE_WORDS: Record<Language, DateWords> = {
  en: {
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    am: "am",
    pm: "pm",
    justNow: "just now",
    yesterday: "yesterday",
    tomorrow: "tomorrow",
    ago: (amount) => `${amount} ago`,
    ahead: (amount) => `in ${amount}`,
    units: { minute: same("min"), hour: plural("hour"), day: plural("day") },
  },
  ms: {
    months: ["Jan", "Feb", "Mac", "Apr", "Mei", "Jun", "Jul", "Ogo", "Sep", "Okt", "Nov", "Dis"],
    am: "pagi",
    pm: "ptg",
    justNow: "baru sahaja",
    yesterday: "semalam",
    tomorrow: "esok",
    ago: (amount) => `${amount} lalu`,
    ahead: (amount) => `${amount} lagi`,
    units: { minute: same("minit"), hour: same("jam"), day: same("hari") },
  },
};
