import { instantIn } from "~/lib/local-time";
import { readDate } from "~/lib/read-date";
import { readTime } from "../read";
import type { Mapping } from "./mapping.schema";

const SECONDS = /^\d{9,10}$/;
const MILLISECONDS = /^\d{12,13}$/;
const CLOCK = /(?:t|\s)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?/i;
const AFTERNOON = /\b(?:pm|ptg|petang|malam)\b/i;
const MORNING = /\b(?:am|pagi)\b/i;
const OWN_OFFSET = /(?:z|[+-]\d{2}:?\d{2})$/i;
const LONGEST_TEXT = 60;

/**
 * A time as senders write it (ISO 8601, seconds or milliseconds since 1970, `23/11/2026 3:05 PM`)
 * as ISO 8601 UTC; null when it is none. Without an offset it is read on the mapping's clock.
 */
export function readMappedTime(text: string, { dates, zone }: Mapping["reading"]): string | null {
  if (text.length > LONGEST_TEXT) return null;
  if (SECONDS.test(text)) return new Date(Number(text) * 1000).toISOString();
  if (MILLISECONDS.test(text)) return new Date(Number(text)).toISOString();
  if (OWN_OFFSET.test(text)) {
    const exact = readTime(text, "Z");
    if (exact !== null) return exact;
  }
  const day = readDate(text, dates);
  const [, hour = "0", minute = "00", second = "00"] = CLOCK.exec(text) ?? [];
  const hours = String(hourOf(Number(hour), text)).padStart(2, "0");
  const start = day === null ? null : instantIn(zone, `${day}T${hours}:${minute}`);
  const isPlausible = start !== null && start >= "1970" && Number(second) < 60;
  return isPlausible ? new Date(Date.parse(start) + Number(second) * 1000).toISOString() : null;
}

function hourOf(hour: number, text: string): number {
  if (AFTERNOON.test(text)) return hour < 12 ? hour + 12 : hour;
  return MORNING.test(text) && hour === 12 ? 0 : hour;
}
