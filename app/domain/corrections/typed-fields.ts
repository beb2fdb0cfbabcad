import * as z from "zod";
import { instantIn } from "~/lib/local-time";
import { isCurrencyCode, toMinorUnits } from "~/lib/money";

/** The largest amount that a person may type: a million times a million. */
const MOST_MINOR = 100_000_000_000_000;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const SHORT = 120;
const LONG = 200;

/** A line that must be filled in: a name. */
export const neededLine = z
  .string({ error: "sales:errors.needed" })
  .trim()
  .min(1, "sales:errors.needed")
  .max(LONG, `sales:errors.tooLong?max=${LONG}`);

/** A line that may stay empty; then null. */
export const optionalLine = z
  .string()
  .trim()
  .max(SHORT, `sales:errors.tooLong?max=${SHORT}`)
  .optional()
  .transform((text) => text || null);

/** A checkbox: there when it is on. */
export const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** A day on the organization's calendar, as `YYYY-MM-DD`. */
export const typedDay = z
  .string({ error: "sales:errors.day" })
  .refine((text) => instantIn("UTC", text) !== null && text.length === 10, "sales:errors.day");

export const currencyCode = z
  .string({ error: "sales:errors.currency" })
  .trim()
  .toUpperCase()
  .refine(isCurrencyCode, "sales:errors.currency");

/** An amount as typed; its currency says how many digits it has, so it is read with `amountReader`. */
export const typedAmount = z.string({ error: "sales:errors.needed" }).trim();

/** "1,234.50" as minor units; null for what is no amount from zero up. */
function readAmount(text: string, currency: string): number | null {
  const minor = toMinorUnits(GROUPED.test(text) ? text.replaceAll(",", "") : text, currency);
  return minor === null || minor < 0 || minor > MOST_MINOR ? null : minor;
}

/** Reads a form's amounts in its currency; one that is none gets an issue at its field. */
export function amountReader(currency: string, issue: z.RefinementCtx) {
  return (field: string, text: string): number => {
    const minor = readAmount(text, currency);
    if (minor === null) issue.addIssue({ code: "custom", message: "sales:errors.amount", path: [field] });
    return minor ?? 0;
  };
}
