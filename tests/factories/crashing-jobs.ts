import { inOrgTransaction } from "~/db/org-transaction";
import type { JobPort } from "~/domain/context";
import type { JobStep, JobSteps } from "~/domain/jobs/job-step";
import type { TestDatabase } from "../setup/database";

/** The steps, failing after every second transaction, and after every second step before it is kept. */
export function crashingJobs({ url }: TestDatabase, steps: Partial<JobSteps>) {
  const [isLost, isGone] = [everySecond(), everySecond()];
  const inOrg: JobPort["inOrg"] = async (orgId, work) => {
    const result = await inOrgTransaction(url, orgId, work);
    if (isLost()) throw new Error("planted: the answer of COMMIT is lost");
    return result;
  };
  const crashAfter =
    (step: JobStep): JobStep =>
    async (tools, job) => {
      const result = await step(tools, job);
      if (isGone()) throw new Error("planted: the worker is gone");
      return result;
    };
  const crashing = Object.entries(steps).map(([kind, step]) => [kind, crashAfter(step)]);
  return { steps: Object.fromEntries(crashing) as Partial<JobSteps>, tools: { inOrg } };
}

function everySecond(): () => boolean {
  let calls = 0;
  return () => calls++ % 2 === 0;
}
