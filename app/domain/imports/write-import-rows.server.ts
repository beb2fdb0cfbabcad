import { sql } from "drizzle-orm";
import type { OrgTransaction } from "~/db/org-transaction";
import {
  countRow,
  type ImportCounts,
  type ImportProblem,
  type ImportProgress,
  type RowOutcome,
} from "./import-outcomes";

/** What became of a row, as it is kept. */
export type WrittenRow = {
  row: number;
  outcome: RowOutcome;
  recordId: string | null;
  before: unknown;
  problems: ImportProblem[];
};

/** Keeps what became of rows: those that wrote something, and those that were rejected. */
export async function writeImportRows(
  tx: OrgTransaction,
  importId: string,
  rows: readonly WrittenRow[],
): Promise<void> {
  const kept = rows.filter(({ outcome }) => outcome !== "skipped");
  if (kept.length === 0) return;
  const records = kept.map(({ row, outcome, recordId, before, problems }) => ({
    ...{ row, outcome, record_id: recordId, before },
    problems: problems.length > 0 ? problems : null,
  }));
  const json = JSON.stringify(records);
  await tx.execute(sql`
    insert into import_rows (import_id, row, outcome, record_id, before, problems)
    select ${importId}::uuid, r.row, r.outcome, r.record_id, r.before, r.problems
    from jsonb_to_recordset(${json}::jsonb)
      as r(row integer, outcome text, record_id uuid, before jsonb, problems jsonb)
    on conflict (org_id, import_id, row) do update set outcome = excluded.outcome, record_id = excluded.record_id,
      before = excluded.before, problems = excluded.problems, undone = null`);
}

export function addCounts(counts: ImportCounts, rows: readonly WrittenRow[]): ImportCounts {
  return rows.reduce(countRow, counts);
}

/** Keeps how far an import has come, with what it did, in one transaction. */
export async function saveProgress(
  tx: OrgTransaction,
  importId: string,
  { progress, counts }: { progress: ImportProgress; counts: ImportCounts },
): Promise<void> {
  await tx.execute(sql`
    update imports set progress = ${JSON.stringify(progress)}::jsonb, counts = ${JSON.stringify(counts)}::jsonb,
      updated_at = now() where id = ${importId}::uuid`);
}
