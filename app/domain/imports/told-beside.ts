import type { CorrectedValue, Corrections } from "~/db/schema/corrections";

/** Columns' targets of correctable fields that have another name. */
const TARGETS: Readonly<Record<string, string>> = { isCashOnDelivery: "cashOnDelivery", isTest: "test" };

/** The targets of what a person set by hand. */
export function correctedFields(corrections: Corrections): string[] {
  return Object.keys(corrections).map((field) => TARGETS[field] ?? field.replace(/Minor$/, ""));
}

/** What was told of the fields that a person set: it is kept beside what the columns hold. */
export function toldBeside(corrections: Corrections): Record<string, CorrectedValue> {
  return Object.fromEntries(
    Object.entries(corrections).flatMap(([field, correction]) =>
      correction ? [[field, correction.told]] : [],
    ),
  );
}
