import type { Format } from "~/i18n/use-format";

/** "1,204", or "10,000+" where counting stopped. */
export function listCount(format: Format, list: { count: number; isCountBounded: boolean }): string {
  return `${format.number(list.count)}${list.isCountBounded ? "+" : ""}`;
}
