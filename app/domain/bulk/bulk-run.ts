import { type SQL, sql } from "drizzle-orm";
import type { TrashNoun } from "../trash/trash-nouns";
import type { PlannedAct } from "./planned-act.schema";

/** A change, or its undoing, of some records. */
export type BulkRun = {
  changeId: string;
  noun: TrashNoun;
  act: PlannedAct;
  /** SQL that gives uuid[]. */
  ids: SQL;
  /** Whose change it is, and the one time that all its rows carry. */
  by: string;
  at: Date;
};

type Outcome = "changed" | "failed" | "undone" | "kept";

/** For `from` and `using`: what the change keeps of these records, as `r`, where it came out like this. */
export function keptRows({ changeId, ids }: BulkRun, outcome: Outcome): SQL {
  return sql`(select record_id, before, after from bulk_change_rows
    where change_id = ${changeId}::uuid and record_id = any (${ids}) and outcome = ${outcome}) r`;
}

export const timeOf = ({ at }: BulkRun): SQL => sql`${at.toISOString()}::timestamptz`;
