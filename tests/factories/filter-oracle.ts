import { findField } from "~/domain/filters/catalogue";
import { type Clause, type Group, isGroup } from "~/domain/filters/filter-tree";
import type { Noun } from "~/domain/filters/nouns";
import { localDay } from "~/lib/local-days";

type Value = string | number | boolean | Date | null | readonly string[];
/** A row's values by the names of fields; money as minor units by currency. */
export type OracleRow = Record<string, Value | Record<string, number>>;
type Calendar = { now: Date; zone: string };

/** What a filter means, said once more in plain words: whether it lets the row through. */
export function lets(noun: Noun, { match, rules }: Group, row: OracleRow, calendar: Calendar): boolean {
  const answers = rules.map((rule) =>
    isGroup(rule) ? lets(noun, rule, row, calendar) : holds(noun, rule, row[rule.field] ?? null, calendar),
  );
  return match === "all" || rules.length === 0 ? answers.every(Boolean) : answers.some(Boolean);
}

function holds(noun: Noun, clause: Clause, value: OracleRow[string], calendar: Calendar): boolean {
  const type = findField(noun, clause.field)?.type;
  if (type === "money") return holdsMoney(clause, value);
  const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
  if (clause.op === "isEmpty") return isEmpty;
  if (clause.op === "isNotEmpty") return !isEmpty;
  if (type === "text") return holdsText(clause, value, clause.field === "number" ? asTyped : fold);
  if (type === "number") return typeof value === "number" ? compare(clause, value) : clause.op === "isNot";
  if (type === "boolean") return (value === true) === clause.value;
  if (type === "date") return holdsDay(clause, value, calendar);
  const has = (one: unknown) => (Array.isArray(value) ? value.includes(one) : value === one);
  // Codes of coupons are the same in either case.
  const asked = [clause.value]
    .flat()
    .map((one) => (clause.field === "coupon" ? fold(String(one).trim()) : one));
  if (clause.op === "allOf") return asked.every(has);
  return clause.op === "anyOf" ? asked.some(has) : !asked.some(has);
}

/** Numbers of orders are compared as they are, since their index is. */
const asTyped = (text: string) => text;

function holdsText({ op, value: asked }: Clause, value: OracleRow[string], form = fold): boolean {
  if (typeof value !== "string") return op === "isNot";
  const [one, other] = [form(value), form(String(asked).trim())];
  if (op === "startsWith") return one.startsWith(other);
  if (op === "contains") return one.includes(other);
  return (one === other) === (op === "is");
}

const fold = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase();

function compare({ op, value }: Clause, actual: number): boolean {
  if (Array.isArray(value)) {
    const ends = value.map(Number);
    return actual >= Math.min(...ends) && actual <= Math.max(...ends);
  }
  const asked = Number(value);
  if (op === "is") return actual === asked;
  if (op === "isNot") return actual !== asked;
  return op === "atLeast" ? actual >= asked : actual <= asked;
}

function holdsMoney(clause: Clause, value: OracleRow[string]): boolean {
  const amounts: Record<string, number> =
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
      ? Object.fromEntries(Object.entries(value))
      : {};
  if (clause.op === "isEmpty") return Object.keys(amounts).length === 0;
  if (clause.op === "isNotEmpty") return Object.keys(amounts).length > 0;
  const amount = amounts[clause.currency ?? ""];
  if (amount !== undefined) return compare(clause, amount);
  return clause.field === "spend" && compare(clause, 0);
}

function holdsDay({ op, value }: Clause, at: OracleRow[string], { now, zone }: Calendar): boolean {
  if (at === null) return false;
  const day = at instanceof Date ? localDay(at, zone) : String(at);
  const today = Date.parse(`${localDay(now, zone)}T00:00:00Z`);
  const daysAgo = (days: number) => new Date(today - days * 86_400_000).toISOString().slice(0, 10);
  if (op === "inLast") return day >= daysAgo(Number(value) - 1) && day <= daysAgo(0);
  if (op === "notInLast") return day < daysAgo(Number(value) - 1);
  if (op === "before") return day < String(value);
  if (op === "after") return day > String(value);
  const ends = [value].flat().map(String).toSorted();
  return day >= (ends[0] ?? "") && day <= (ends.at(-1) ?? "");
}
