import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { createJob } from "../jobs/create-job.server";
import { isAllowed } from "../organizations/permissions";
import { uuids } from "../trash/trash-statements.server";
import { applyStatements } from "./apply-statements.server";
import { type BulkRequest, type BulkSelection, isTrashAct } from "./bulk.schema";
import { BULK_LIMITS, MOST_AT_ONCE } from "./bulk-limits";
import { finishChange, keepChange, readCounts } from "./change-row.server";
import { planAct } from "./plan-act.server";
import type { PlannedAct } from "./planned-act.schema";
import { requireSeen } from "./selected-page.server";

const UNDO_MS = 30 * 86_400_000;

/** `isDone` is false where a job goes on with it. */
export type CreatedBulkChange = {
  changeId: string;
  kind: PlannedAct["kind"];
  isDone: boolean;
  changed: number;
  failed: number;
};

/**
 * Changes every record of a selection: up to a hundred at once, more as a job under
 * Activity. For 30 days the whole change can be undone. Throws `not_found` for a tag
 * or field that is gone, `invalid` for a value that the field does not take.
 */
export async function createBulkChange(ctx: OrgContext, request: BulkRequest): Promise<CreatedBulkChange> {
  const { noun, selection } = request;
  const [{ role }, act] = await Promise.all([ctx.db.entry(), planAct(ctx, request.act)]);
  const permission = isTrashAct(request.act) ? "records.trash" : "customers.bulk";
  if (!isAllowed(role, permission)) throw new AppError("forbidden", "errors:forbidden");
  requireSeen({ noun, selection, role });
  const at = ctx.now();
  const expiresAt = new Date(at.getTime() + UNDO_MS);
  const change = { changeId: ctx.newId(), noun, act, by: ctx.actor.id, at, expiresAt };
  const { changeId } = change;
  const audited = { action: "bulk.created", facts: { noun, change: act.kind, records: sizeOf(selection) } };
  if (selection.kind === "ids" && selection.ids.length <= MOST_AT_ONCE) {
    const ids = uuids([...new Set(selection.ids)].sort());
    const results = await ctx.db.write(
      [
        keepChange(change),
        ...applyStatements({ ...change, ids }),
        auditRow(ctx, { ...audited, subject: { kind: "bulk_change", id: changeId } }),
        finishChange(changeId, act),
      ].map((statement) => ctx.db.orm.execute(statement)),
    );
    return { changeId, kind: act.kind, isDone: true, ...readCounts(results.at(-1)) };
  }
  await createJob(ctx, {
    kind: isTrashAct(act) ? "bulk_trash" : "bulk_change",
    parameters: { changeId },
    act: audited,
    ...BULK_LIMITS,
    along: (jobId) => keepChange(change, { jobId, selection }),
  });
  return { changeId, kind: act.kind, isDone: false, changed: 0, failed: 0 };
}

function sizeOf(selection: BulkSelection): number {
  return selection.kind === "ids" ? selection.ids.length : selection.count;
}
