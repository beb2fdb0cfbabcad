import { type SQL, sql } from "drizzle-orm";
import { takeTurn } from "~/db/writers-turn";
import { recountAfter, TRASH_TABLES } from "../trash/trash-statements.server";
import { type BulkRun, keptRows } from "./bulk-run";
import { isFieldAsLeft, putFieldBack } from "./field-statements.server";

/**
 * The statements that put the records back as they were, in order and in one
 * transaction; what somebody changed since the change is left alone, and marked so.
 */
export function undoStatements(run: BulkRun): SQL[] {
  return [takeTurn, markUndone(run), ...reverseStatements(run)];
}

function markUndone(run: BulkRun): SQL {
  const { changeId, ids } = run;
  return sql`
    update bulk_change_rows r set outcome = case when ${isAsLeft(run)} then 'undone' else 'kept' end
    where change_id = ${changeId}::uuid and record_id = any (${ids}) and outcome = 'changed'`;
}

/** Whether the record of the row `r` still is as the change left it. */
function isAsLeft({ act, noun }: BulkRun): SQL {
  const record = sql`exists (select from ${TRASH_TABLES[noun]} t where t.id = r.record_id`;
  const leftAt = sql`(r.after ->> 'at')::timestamptz`;
  switch (act.kind) {
    case "trash":
      return sql`${record} and t.deleted_at = ${leftAt})`;
    case "restore":
      return sql`${record} and t.deleted_at is null)`;
    case "add_tag":
      return sql`exists (select from customer_tags t
        where t.customer_id = r.record_id and t.tag_id = ${act.tagId}::uuid and t.created_at = ${leftAt})`;
    case "remove_tag":
      return sql`${record} and t.merged_into is null) and exists (select from tags g where g.id = ${act.tagId}::uuid)
        and not exists (select from customer_tags t where t.customer_id = r.record_id and t.tag_id = ${act.tagId}::uuid)`;
    default:
      return sql`${record} and t.merged_into is null) and ${isFieldAsLeft(act)}`;
  }
}

function reverseStatements(run: BulkRun): SQL[] {
  const { act, noun, ids } = run;
  switch (act.kind) {
    case "trash":
      return [setDeleted(run, sql`null`, sql`null`), ...recountAfter(noun, ids)];
    case "restore":
      return [
        setDeleted(run, sql`(r.before ->> 'at')::timestamptz`, sql`(r.before ->> 'by')::uuid`),
        ...recountAfter(noun, ids),
      ];
    case "add_tag":
      return [
        sql`delete from customer_tags t using ${keptRows(run, "undone")}
          where t.customer_id = r.record_id and t.tag_id = ${act.tagId}::uuid`,
      ];
    case "remove_tag":
      return [putTagBack(run, act.tagId)];
    default:
      return putFieldBack(run, act);
  }
}

function setDeleted(run: BulkRun, at: SQL, by: SQL): SQL {
  return sql`update ${TRASH_TABLES[run.noun]} t set deleted_at = ${at}, deleted_by = ${by}, updated_at = now()
    from ${keptRows(run, "undone")} where t.id = r.record_id`;
}

function putTagBack(run: BulkRun, tagId: string): SQL {
  return sql`
    insert into customer_tags (customer_id, tag_id, source, actor_id, created_at)
    select r.record_id, ${tagId}::uuid, r.before ->> 'source', (r.before ->> 'by')::uuid,
      (r.before ->> 'at')::timestamptz
    from ${keptRows(run, "undone")} on conflict do nothing`;
}
