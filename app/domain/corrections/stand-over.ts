import type { CorrectedValue, Correction, Corrections } from "~/db/schema/corrections";

/** What a column holds: what a person set by hand, else what the shop tells. */
export function standingValue<Field extends string>(
  field: Field,
  told: Readonly<Record<Field, CorrectedValue>>,
  corrections: Corrections,
): CorrectedValue {
  const correction = corrections[field];
  return correction ? correction.value : told[field];
}

/** The corrections with what the shop tells now kept beside them; what it does not tell stays. */
export function keepBeside(
  told: Readonly<Record<string, CorrectedValue>>,
  corrections: Corrections,
): Corrections {
  const kept = Object.entries(corrections).flatMap(([field, correction]): [string, Correction][] => {
    if (!correction) return [];
    const beside = told[field];
    return [[field, beside === undefined ? correction : { ...correction, told: beside }]];
  });
  return Object.fromEntries(kept);
}
