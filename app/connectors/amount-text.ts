import { toMinorUnits } from "~/lib/money";
import { readDecimal } from "~/lib/read-decimal";
import { readText } from "./read";

const CURRENCY_SIGN = /^(?:rm|myr)\s*/i;

/** An amount as people and forms write it ("50.00", "RM 1,250", 117) in minor units; null when it is none. */
export function readAmount(value: unknown, currency: string): number | null {
  const text = readText(value)?.replace(CURRENCY_SIGN, "");
  const decimal = text === undefined ? null : readDecimal(text, null);
  return decimal === null ? null : toMinorUnits(decimal, currency);
}

/** Whole sen, as some gateways count; null for anything else. */
export function readSen(value: unknown): number | null {
  const text = readText(value);
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}
