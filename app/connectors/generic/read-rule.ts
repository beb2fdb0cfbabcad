import { isCurrencyCode, toMinorUnits } from "~/lib/money";
import { readAmount, readCurrencyName } from "~/lib/read-amount";
import { readRaw, readText } from "../read";
import { atPath } from "./at-path";
import type { Mapping, Rule } from "./mapping.schema";

const LONGEST_ID = 100;
const WHOLE = /^-?\d{1,15}$/;

/** A body, and what its fields mean. */
export type Reading = { body: unknown; mapping: Mapping };

/** The value that a rule leads to: that of the first path with one, else the constant. */
function firstValue({ body }: Pick<Reading, "body">, rule: Rule | undefined): unknown {
  for (const path of rule?.paths ?? []) {
    const value = atPath(body, path);
    if (readRaw(value)?.trim()) return value;
  }
  return rule?.constant || null;
}

/** A text on one line; texts of several paths are joined. Null when there is none. */
export function readRuleText(reading: Pick<Reading, "body">, rule: Rule | undefined): string | null {
  const found = rule?.paths.flatMap((path) => readText(flagText(atPath(reading.body, path))) ?? []) ?? [];
  const text = readText(found.join(" ")) ?? rule?.constant ?? null;
  return text === null ? null : partOf(text, rule?.part);
}

/** Flags are texts to whoever asks for a status. */
function flagText(value: unknown): unknown {
  return typeof value === "boolean" ? String(value) : value;
}

function partOf(text: string, part: Rule["part"]): string | null {
  if (part === undefined) return readText(text);
  const [first = "", ...rest] = text.split(" ");
  return readText(part === "first" ? first : rest.join(" "));
}

/** A record's id: any short text but "0". A number beyond safe integers has lost digits already and is none. */
export function readMappedId(value: unknown): string | null {
  if (typeof value === "number" && !Number.isSafeInteger(value)) return null;
  const id = readText(value, LONGEST_ID + 1);
  return id === null || id === "0" || id.length > LONGEST_ID ? null : id;
}

export function readRuleId(reading: Pick<Reading, "body">, rule: Rule | undefined): string | null {
  return readMappedId(firstValue(reading, rule));
}

export function readRuleCurrency(reading: Pick<Reading, "body">, rule: Rule | undefined): string | null {
  const text = readText(firstValue(reading, rule));
  const code = text === null ? null : readCurrencyName(text);
  return code !== null && isCurrencyCode(code) ? code : null;
}

/** An amount in minor units. `isWrong`: there is something, and it is no amount. */
export function readRuleAmount(
  { body, mapping }: Reading,
  rule: Rule | undefined,
  currency: string,
): { minor: number | null; isWrong: boolean } {
  const value = firstValue({ body }, rule);
  const minor = value === null ? null : readMappedAmount(value, mapping.reading.amounts, currency);
  return { minor, isWrong: value !== null && minor === null };
}

/** An amount as the mapping says that amounts are written, in minor units; null when it is none. */
export function readMappedAmount(
  value: unknown,
  amounts: Mapping["reading"]["amounts"],
  currency: string,
): number | null {
  const text = readText(value);
  if (text === null) return null;
  if (amounts === "minor") return WHOLE.test(text) ? safe(Number(text)) : null;
  const isNumber = typeof value === "number";
  const mark = isNumber ? "." : amounts === "comma" ? "," : null;
  const read = readAmount(text, mark);
  if (read === null || (read.currency !== null && read.currency !== currency)) return null;
  return toMinorUnits(read.decimal, currency);
}

const safe = (minor: number) => (Number.isSafeInteger(minor) ? minor + 0 : null);
