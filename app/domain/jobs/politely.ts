import type { JobTools, StepResult } from "./job-step";

/** Of the time that a step took, so much is left to others before the next one. */
const SHARE = 0.15;
const MOST_MS = 1000;

/**
 * A step after which the database rests, the longer the more there was to do: a job that writes for
 * minutes leaves other organizations their turn.
 */
export function politely<Tools extends Pick<JobTools, "now" | "pause">, Job>(
  step: (tools: Tools, job: Job) => Promise<StepResult>,
): (tools: Tools, job: Job) => Promise<StepResult> {
  return async (tools, job) => {
    const startedAt = tools.now().getTime();
    const result = await step(tools, job);
    const took = tools.now().getTime() - startedAt;
    if (!result.isDone && took > 0) await tools.pause(Math.min(took * SHARE, MOST_MS));
    return result;
  };
}
