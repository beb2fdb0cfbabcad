import { and, desc, eq } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { bulkChanges } from "~/db/schema/bulk-changes";
import { deliveryReplays } from "~/db/schema/deliveries";
import { jobs } from "~/db/schema/jobs";
import type { OrgContext } from "../context";
import { listPeople } from "../organizations/organizations-queries.server";
import { isOver, JOB_STATES, kindsFor } from "./job-kinds";

const MOST = 50;

/** The newest jobs with the names of who asked for them, as far as they are known. */
export async function listJobs(ctx: OrgContext) {
  const { db } = ctx;
  const [{ role }, rows, people] = await Promise.all([
    db.entry(),
    db.read(
      db.orm
        .select({
          id: jobs.id,
          kind: jobs.kind,
          state: checkedText(jobs.state, JOB_STATES),
          done: jobs.done,
          total: jobs.total,
          failed: jobs.failed,
          errorKey: jobs.errorKey,
          createdBy: jobs.createdBy,
          createdAt: jobs.createdAt,
          finishedAt: jobs.finishedAt,
          expiresAt: jobs.expiresAt,
          replay: {
            id: deliveryReplays.id,
            applied: deliveryReplays.applied,
            unchanged: deliveryReplays.unchanged,
            failed: deliveryReplays.failed,
          },
          bulk: { id: bulkChanges.id, kind: bulkChanges.kind, undoneAt: bulkChanges.undoneAt },
        })
        .from(jobs)
        .leftJoin(bulkChanges, and(eq(bulkChanges.orgId, jobs.orgId), eq(bulkChanges.jobId, jobs.id)))
        .leftJoin(
          deliveryReplays,
          and(eq(deliveryReplays.orgId, jobs.orgId), eq(deliveryReplays.jobId, jobs.id)),
        )
        .orderBy(desc(jobs.createdAt), desc(jobs.id))
        .limit(MOST),
    ),
    listPeople(ctx),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const kinds: string[] = kindsFor(role);
  return rows.map(({ createdBy, ...job }) => ({
    ...job,
    creatorName: names.get(createdBy) ?? null,
    /** Whether what it made, if it made a file, is for this role. */
    mayDownload: kinds.includes(job.kind),
    mayCancel: !isOver(job.state) && kinds.includes(job.kind),
  }));
}

export type ListedJob = Awaited<ReturnType<typeof listJobs>>[number];
