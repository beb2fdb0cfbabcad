import { type SQL, sql } from "drizzle-orm";
import { takeTurn } from "~/db/writers-turn";
import { recountAfter, restoreRows, TRASH_TABLES, trashRows } from "../trash/trash-statements.server";
import { type BulkRun, timeOf } from "./bulk-run";
import { setFieldStatements } from "./field-statements.server";

/**
 * The statements that change the records and keep what became of each, in order and
 * in one transaction. They may run twice for the same records and end the same.
 */
export function applyStatements(run: BulkRun): SQL[] {
  return [takeTurn, keepFailed(run), ...changeStatements(run)];
}

function changeStatements(run: BulkRun): SQL[] {
  const { act, noun, ids, by, at } = run;
  switch (act.kind) {
    case "trash":
      return [keepChanged(run, trashRows(noun, ids, { by, at })), ...recountAfter(noun, ids)];
    case "restore":
      return [keepRestored(run), ...recountAfter(noun, ids)];
    case "add_tag":
      return [keepChanged(run, addTag(run, act.tagId))];
    case "remove_tag":
      return [keepUntagged(run, act.tagId)];
    default:
      return setFieldStatements(run, act);
  }
}

/** Records that are gone, or that lie in the trash and are to be changed, with the reason. */
function keepFailed({ changeId, noun, act, ids }: BulkRun): SQL {
  const isAnywhere = act.kind === "trash" || act.kind === "restore";
  const isThere = isAnywhere ? sql`` : sql`and t.deleted_at is null`;
  return sql`
    insert into bulk_change_rows (change_id, record_id, outcome, error_key)
    select ${changeId}::uuid, i.id, 'failed', case when t.id is null then 'errors:bulk.gone' else 'errors:bulk.inTrash' end
    from unnest(${ids}) i (id) left join ${TRASH_TABLES[noun]} t on t.id = i.id
    where not exists (select from ${TRASH_TABLES[noun]} t where t.id = i.id ${isThere})
    on conflict do nothing`;
}

/** `changed` is a statement that answers the ids it changed. */
function keepChanged(run: BulkRun, changed: SQL): SQL {
  return sql`
    with changed as (${changed})
    insert into bulk_change_rows (change_id, record_id, outcome, after)
    select ${run.changeId}::uuid, id, 'changed', jsonb_build_object('at', ${timeOf(run)}) from changed
    on conflict do nothing`;
}

function keepRestored({ changeId, noun, ids, at }: BulkRun): SQL {
  return sql`
    with held as (select id, deleted_at, deleted_by from ${TRASH_TABLES[noun]}
      where id = any (${ids}) and deleted_at is not null),
    changed as (${restoreRows(noun, ids, at)})
    insert into bulk_change_rows (change_id, record_id, outcome, before)
    select ${changeId}::uuid, h.id, 'changed', jsonb_build_object('at', h.deleted_at, 'by', h.deleted_by)
    from held h join changed on changed.id = h.id
    on conflict do nothing`;
}

function addTag(run: BulkRun, tagId: string): SQL {
  return sql`
    insert into customer_tags (customer_id, tag_id, source, actor_id, created_at)
    select c.id, t.id, 'person', ${run.by}::uuid, ${timeOf(run)} from customers c, tags t
    where c.id = any (${run.ids}) and c.deleted_at is null and c.merged_into is null and t.id = ${tagId}::uuid
    on conflict (org_id, customer_id, tag_id) do nothing returning customer_id as id`;
}

function keepUntagged({ changeId, ids }: BulkRun, tagId: string): SQL {
  return sql`
    with changed as (
      delete from customer_tags t using customers c
      where t.customer_id = any (${ids}) and t.tag_id = ${tagId}::uuid and c.id = t.customer_id and c.deleted_at is null
      returning t.customer_id, t.source, t.actor_id, t.created_at)
    insert into bulk_change_rows (change_id, record_id, outcome, before)
    select ${changeId}::uuid, customer_id, 'changed',
      jsonb_build_object('source', source, 'by', actor_id, 'at', created_at) from changed
    on conflict do nothing`;
}
