import * as z from "zod";
import { isRecord, readCurrency, readId, readNumber, readText, readTime, readUrl } from "./read";

/**
 * Building blocks for platform schemas. What shops send varies with versions and
 * plugins, so everything that is not essential falls back instead of failing.
 */

const anything = z.unknown().optional();

/** Absent, blank or of another type is null. */
export const looseText = anything.transform((value) => readText(value));
export const looseId = anything.transform(readId);
export const looseNumber = anything.transform(readNumber);
export const looseCurrency = anything.transform(readCurrency);
export const looseUrl = anything.transform(readUrl);
export const looseFlag = anything.transform((value) => (typeof value === "boolean" ? value : null));

/** The texts of a list; empty when there is no list. */
export const looseTexts = anything.transform((value) =>
  Array.isArray(value) ? value.flatMap((entry) => readText(entry) ?? []) : [],
);

/** Kept as sent: an amount can be read only together with its currency. */
export const looseAmount = anything.transform((value) =>
  typeof value === "string" || typeof value === "number" ? value : null,
);

/** A time whose text names no offset is read in `offset`. */
export const looseTime = (offset: string) => anything.transform((value) => readTime(value, offset));

/** An object, or null when it is absent or not one. */
export const looseObject = <Schema extends z.ZodType>(schema: Schema) =>
  anything.transform((value) => (isRecord(value) ? (schema.safeParse(value).data ?? null) : null));

/** The objects of a list that fit; null when there is no list. */
export const looseList = <Schema extends z.ZodType>(schema: Schema) =>
  anything.transform((value) => {
    if (!Array.isArray(value)) return null;
    return value.flatMap((entry) => {
      const result = schema.safeParse(entry);
      return result.success ? [result.data] : [];
    });
  });

export const requiredId = required(readId, "expected an id");
export const requiredCurrency = required(readCurrency, "expected a three-letter currency code");

function required<Value>(read: (value: unknown) => Value | null, expectation: string) {
  return anything.transform((value, context) => {
    const result = read(value);
    if (result !== null) return result;
    // Without `input`, so that no value of the body can reach a message.
    context.issues.push({ code: "custom", message: expectation, input: undefined });
    return z.NEVER;
  });
}
