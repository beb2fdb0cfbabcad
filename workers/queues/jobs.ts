import { jobMessageSchema } from "~/domain/jobs/job.schema";
import type { runJob, SliceOutcome } from "~/domain/jobs/run-job.server";
import { logError, logEvent } from "~/lib/log";

type Target = Parameters<typeof runJob>[1];
type RunSlice = (env: Env, target: Target) => Promise<SliceOutcome>;

const RETRY_SECONDS = 30;
/** The queue's own limit is twelve hours. */
const LONGEST_PAUSE_SECONDS = 43_000;

/** What jobs need is loaded when there is one, never for a webhook. */
const runWhenLoaded: RunSlice = async (env, target) => {
  const { runSlice } = await import("../run-slice");
  return runSlice(env, target);
};

/** Goes on with the jobs of a batch, each for some seconds, and sends for what is left of them. */
export async function consumeJobs(
  batch: MessageBatch,
  env: Env,
  run: RunSlice = runWhenLoaded,
): Promise<void> {
  for (const message of batch.messages) {
    const { data } = jobMessageSchema.safeParse(message.body);
    if (data) await consume(message, data, env, run);
    else {
      logEvent("queue.message_refused", { messageId: message.id, attempts: message.attempts });
      message.ack();
    }
  }
}

async function consume(message: Message, target: Target, env: Env, run: RunSlice): Promise<void> {
  const { orgId, jobId } = target;
  try {
    const outcome = await run(env, { orgId, jobId });
    if (outcome === "retry") return message.retry({ delaySeconds: RETRY_SECONDS });
    if (outcome === "more") await env.JOBS_QUEUE.send(message.body);
    if (typeof outcome === "object") await env.JOBS_QUEUE.send(message.body, pauseOf(outcome));
    message.ack();
  } catch (error) {
    logError("jobs.not_run", { orgId, jobId, error });
    message.retry({ delaySeconds: RETRY_SECONDS });
  }
}

/** A second later than asked, so that the job is free by then. */
function pauseOf({ againInSeconds }: { againInSeconds: number }) {
  return { delaySeconds: Math.min(Math.ceil(againInSeconds) + 1, LONGEST_PAUSE_SECONDS) };
}
