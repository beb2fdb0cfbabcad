import { useMemo } from "react";
import { formatDate, formatDateTime, formatDay, formatRelative, formatTime } from "./format-date";
import { formatCompact, formatMoney, formatNumber, formatPercent } from "./format-number";
import { formatPhone } from "./format-phone";
import { useLanguage } from "./use-language";
import { useZone } from "./zone";

/** The formatters in the page's language and the organization's zone. */
export function useFormat() {
  const language = useLanguage();
  const zone = useZone();
  return useMemo(
    () => ({
      money: (minor: number | bigint, currency: string) => formatMoney(minor, currency, language),
      number: (value: number | bigint) => formatNumber(value, language),
      percent: (ratio: number) => formatPercent(ratio, language),
      compact: (value: number) => formatCompact(value, language),
      date: (at: Date | string) => formatDate(at, zone, language),
      day: (at: Date | string) => formatDay(at, zone, language),
      time: (at: Date | string) => formatTime(at, zone, language),
      dateTime: (at: Date | string) => formatDateTime(at, zone, language),
      relative: (at: Date | string, now: Date) => formatRelative(at, now, zone, language),
      phone: formatPhone,
    }),
    [language, zone],
  );
}

export type Format = ReturnType<typeof useFormat>;
