import { inOrgTransaction } from "~/db/org-transaction";
import type { JobPort } from "~/domain/context";
import type { JobMessage } from "~/domain/jobs/job.schema";

/** Transactions that decide in between, each on a connection of its own; and the queue of long work. */
export function jobPort(env: Pick<Env, "JOBS_QUEUE">, databaseUrl: string): JobPort {
  return {
    inOrg: (orgId, work) => inOrgTransaction(databaseUrl, orgId, work),
    wake: (orgId, jobId) =>
      env.JOBS_QUEUE.send({ kind: "job_step", orgId, jobId } satisfies JobMessage).then(() => undefined),
  };
}
