import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openHttp } from "~/db/client";
import type { JobStep } from "~/domain/jobs/job-step";
import { JOB_STEPS } from "~/domain/jobs/job-steps.server";
import { runJob } from "~/domain/jobs/run-job.server";
import { createJobTools } from "../../../factories/job-tools";
import { openFolderArchive } from "../folder-archive";
import { jobOrderSchema, type StepReport } from "./job-process";

// Works on one job to its end, as the queue's consumer does, and tells of its memory after each step.
setFlagsFromString("--expose-gc");
const sleep = async (ms: number) => void (await wait(ms));
const collectGarbage: () => void = runInNewContext("gc");

process.once("message", async (message: unknown) => {
  const { url, orgId, jobId, folder } = jobOrderSchema.parse(message);
  const startedAt = performance.now();
  let steps = 0;
  const watched =
    (step: JobStep): JobStep =>
    async (tools, job) => {
      const result = await step(tools, job);
      const used = process.memoryUsage().heapUsed;
      steps += 1;
      if (steps % 25 === 1 || result.isDone) collectGarbage();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      report({ at: performance.now() - startedAt, done: result.done, used, kept: heapUsed + arrayBuffers });
      return result;
    };
  const host = {
    orm: openHttp(url),
    steps: {
      ...JOB_STEPS,
      import_run: watched(JOB_STEPS.import_run),
      list_export: watched(JOB_STEPS.list_export),
    },
    tools: createJobTools({ url }, { archive: openFolderArchive(folder), pause: sleep }),
    tell: async () => undefined,
  };
  while ((await runJob(host, { orgId, jobId })) !== "over");
  process.disconnect();
});

function report(step: StepReport): void {
  process.send?.(step);
}
