/**
 * What a person set by hand on a record that a shop tells of, by field. It stands, whatever
 * the shop tells later, until it is released; what the shop says meanwhile is kept beside it.
 */
export type Corrections<Field extends string = string> = { [F in Field]?: Correction };

export type CorrectedValue = string | number | boolean | null;

export type Correction = {
  /** What the column holds. Times are ISO 8601 UTC. */
  value: CorrectedValue;
  /** What the shop says, and what the column holds again once released. */
  told: CorrectedValue;
  /** The user who set it. */
  by: string;
  /** ISO 8601 UTC. */
  at: string;
};
