import type { HttpDatabase } from "~/db/client";
import { JobDb } from "~/db/job-db";
import { type AppError, isAppError } from "~/lib/app-error";
import { logError } from "~/lib/log";
import { isAllowed } from "../organizations/permissions";
import { type ClaimedJob, claimJob } from "./claim-job.server";
import { isJobKind, JOB_KINDS } from "./job-kinds";
import type { JobSteps, JobTools, RunningJob } from "./job-step";
import { failJob, type Held, pauseJob, releaseJob, saveStep } from "./save-job.server";

/** One message works this long; the rest waits for the next one, so that jobs of others get their turn. */
const SLICE_MS = 10_000;
/** A step that was tried so often in a row will not succeed. */
const MAX_ATTEMPTS = 5;
const FAILED = "errors:jobs.failed";
const RIGHTS_LOST = "errors:jobs.rightsLost";

export type JobHost = {
  orm: HttpDatabase;
  steps: JobSteps;
  tools: Omit<JobTools, "db">;
  /** Tells live screens that a job went on. */
  tell(orgId: string): Promise<void>;
};

/** `more`: send for it again at once; `retry`: after a pause; `over`: nothing is left to do here. */
export type SliceOutcome = "more" | "retry" | "over" | { againInSeconds: number };

/**
 * Goes on with a job for a while, step by step, with the rights that its
 * originator has now. Each step is kept before the next one begins; between two
 * steps it can be cancelled, and after a crash it goes on where it was kept.
 */
export async function runJob(host: JobHost, target: { orgId: string; jobId: string }): Promise<SliceOutcome> {
  const db = new JobDb(host.orm, target.orgId);
  const held = { jobId: target.jobId, leaseId: host.tools.newId() };
  const claimed = await claimJob(db, target.jobId, held.leaseId);
  if (!claimed) return "over";
  const { kind, role } = claimed;
  const obstacle = findObstacle(claimed);
  if (obstacle !== null || !isJobKind(kind) || role === null)
    return endFailed(host, db, held, target.orgId, obstacle);
  try {
    return await runSteps(host, db, held, { ...claimed, kind, role, orgId: target.orgId });
  } catch (error) {
    logError("job.step_failed", { ...target, kind, attempts: claimed.attempts, error });
    if (isForPeople(error)) return endFailed(host, db, held, target.orgId, error.messageKey);
    await releaseJob(db, held);
    return "retry";
  }
}

/** Why a job must not go on, as a translation key; null when it may. */
function findObstacle({ kind, role, attempts }: ClaimedJob): string | null {
  if (attempts > MAX_ATTEMPTS) return FAILED;
  if (!isJobKind(kind) || role === null) return role === null ? RIGHTS_LOST : FAILED;
  return isAllowed(role, JOB_KINDS[kind]) ? null : RIGHTS_LOST;
}

async function endFailed(
  host: JobHost,
  db: JobDb,
  held: Held,
  orgId: string,
  errorKey: string | null,
): Promise<SliceOutcome> {
  await failJob(db, held, errorKey ?? FAILED);
  await host.tell(orgId);
  return "over";
}

async function runSteps(host: JobHost, db: JobDb, held: Held, first: RunningJob): Promise<SliceOutcome> {
  const step = host.steps[first.kind];
  const tools = { ...host.tools, db };
  const until = host.tools.now().getTime() + SLICE_MS;
  for (let job = first; ; ) {
    const result = await step(tools, job);
    const isKept = await saveStep(db, held, result);
    await host.tell(job.orgId);
    if (!isKept || result.isDone) return "over";
    const { cursor, done, total, failed, waitSeconds } = result;
    if (waitSeconds !== undefined) {
      await pauseJob(db, held, waitSeconds);
      return { againInSeconds: waitSeconds };
    }
    job = { ...job, cursor, done, total, failed };
    if (host.tools.now().getTime() >= until) break;
  }
  await releaseJob(db, held);
  return "more";
}

/** What a step refuses for a reason will be refused again; what only failed may succeed. */
function isForPeople(error: unknown): error is AppError {
  return isAppError(error) && error.code !== "unavailable" && error.code !== "internal";
}
