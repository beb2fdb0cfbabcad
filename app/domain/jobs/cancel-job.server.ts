import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { kindsFor } from "./job-kinds";

type Cancelled = {
  jobId: string;
  /** Where the button stands on a connection's page: any other job is not found. */
  connectionId?: string;
};

const ofConnection = (connectionId: string) => sql`parameters ->> 'connectionId' = ${connectionId}`;

/**
 * Stops a job before its next step; whoever may ask for its kind may stop it.
 * Throws `conflict` when it is over, `not_found` when there is none that one may stop.
 */
export async function cancelJob(ctx: OrgContext, { jobId, connectionId }: Cancelled): Promise<void> {
  const id = requireRecordId(jobId);
  const ofWhat = connectionId === undefined ? sql`true` : ofConnection(requireRecordId(connectionId));
  const { role } = await ctx.db.entry();
  const kinds = sql.param(kindsFor(role));
  const [result] = await ctx.db.write([
    ctx.db.orm.execute(sql`
      with stopped as (
        update jobs set state = 'cancelled', cursor = null, lease_id = null, leased_until = null,
          finished_at = now(), expires_at = now(), updated_at = now()
        where id = ${id}::uuid and kind = any (${kinds}::text[]) and ${ofWhat} and state in ('queued', 'running')
        returning kind
      ),
      written as (${auditRow(ctx, { action: "job.cancelled", subject: { kind: "job", id } })} from stopped)
      select (select count(*)::int from jobs where id = ${id}::uuid and kind = any (${kinds}::text[]) and ${ofWhat}) as known,
        (select count(*)::int from written) as stopped`),
  ]);
  const [counts] = readRows(z.object({ known: z.number(), stopped: z.number() }), result);
  if (!counts || counts.known === 0) throw new AppError("not_found", "errors:notFound");
  if (counts.stopped === 0) throw new AppError("conflict", "errors:jobs.isOver");
}
