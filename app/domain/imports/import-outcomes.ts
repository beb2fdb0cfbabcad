/** What becomes of a row. Skipped: it says nothing new, or the policy leaves it out. */
export const ROW_OUTCOMES = ["created", "changed", "skipped", "rejected"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** How many rows became what; `untagged` of them without some of their tags, for which there was no room. */
export type ImportCounts = Record<RowOutcome, number> & { untagged?: number };

export const NO_COUNTS: ImportCounts = { created: 0, changed: 0, skipped: 0, rejected: 0 };

/** Why a row can't be taken: `code` names the texts that say what was expected and how to fix it. */
export type ImportProblem = {
  /** Its row in the file, where several rows are one record. */
  row?: number;
  /** From 0; null when it is about the row as a whole. */
  column: number | null;
  /** A key under `imports:problems`. */
  code: string;
  /** What stands in the cell, shortened. */
  found: string;
  /** Values of the texts. */
  values?: Record<string, string | number>;
};

/** The code of tags that a row names and the organization has no room for; the row is taken without them. */
export const NO_ROOM_FOR_TAGS = "noRoomForTags";

/** The counts with one more row that became what it says. */
export function countRow(
  { untagged = 0, ...counts }: ImportCounts,
  { outcome, problems }: { outcome: RowOutcome; problems: readonly ImportProblem[] },
): ImportCounts {
  const sum = { ...counts, [outcome]: counts[outcome] + 1 };
  const isUntagged = problems.some(({ code }) => code === NO_ROOM_FOR_TAGS);
  const left = untagged + (isUntagged ? 1 : 0);
  return left === 0 ? sum : { ...sum, untagged: left };
}

/** A field that a row would set: `field` is a column's target. */
export type FieldDiff = { field: string; before: string | null; after: string | null };

export type RowExample = { row: number; label: string; diffs: FieldDiff[]; problems: ImportProblem[] };

/** What would become of the whole file, with at most `MOST_EXAMPLES` of each. Nothing of it was written. */
export type Rehearsal = { counts: ImportCounts; examples: Record<RowOutcome, RowExample[]> };

export const MOST_EXAMPLES = 50;

/** What undoing did: records taken back, created ones put into the trash, fields left alone. */
export type UndoCounts = { restored: number; trashed: number; kept: number };

/**
 * How far a job has come: the part of the file that is next, the first of its rows that is, and the
 * order number that stands above it in a file of orders.
 */
export type ImportProgress = { part: number; offset: number; order?: string };
