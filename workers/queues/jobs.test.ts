import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { SliceOutcome } from "~/domain/jobs/run-job.server";
import { consumeJobs } from "./jobs";
import { consumeDeadJobs } from "./jobs-dead";

const message = () => ({ kind: "job_step", orgId: crypto.randomUUID(), jobId: crypto.randomUUID() });

afterEach(() => {
  vi.restoreAllMocks();
});

async function consume(body: unknown, run: () => Promise<SliceOutcome>) {
  const sent: unknown[] = [];
  const JOBS_QUEUE = { send: async (message: unknown) => void sent.push(message) };
  const batch = createMessageBatch("jobs", [{ id: "1", timestamp: new Date(), attempts: 1, body }]);
  await consumeJobs(batch, Object.assign(Object.create(env), { JOBS_QUEUE }), run);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext());
  return { sent, isAcked: explicitAcks.includes("1"), isRetried: retryMessages.length === 1 };
}

describe("the consumer of jobs", () => {
  test("sends for what is left of a job", async () => {
    const body = message();
    expect(await consume(body, async () => "more")).toEqual({
      sent: [body],
      isAcked: true,
      isRetried: false,
    });
  });

  test("is done with a job that is over, whoever ended it", async () => {
    expect(await consume(message(), async () => "over")).toEqual({
      sent: [],
      isAcked: true,
      isRetried: false,
    });
  });

  test("tries again later after a step that failed, and when the database is away", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await consume(message(), async () => "retry")).toMatchObject({ isRetried: true });
    const away = () => Promise.reject(new Error("away"));
    expect(await consume(message(), away)).toMatchObject({ isRetried: true });
  });

  test("puts what is no message of ours aside", async () => {
    const run = vi.fn(async (): Promise<SliceOutcome> => "over");
    expect(await consume({ kind: "other" }, run)).toMatchObject({ isAcked: true });
    expect(run).not.toHaveBeenCalled();
  });

  test("is asked with the real database, and finds nothing to do for a job that is none", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const batch = createMessageBatch("jobs", [
      { id: "1", timestamp: new Date(), attempts: 1, body: message() },
    ]);
    await consumeJobs(batch, env);
    expect((await getQueueResult(batch, createExecutionContext())).retryMessages).toHaveLength(1);
  });
});

test("a dead letter is recorded and gone: the sweep sends for its job again", async () => {
  const batch = createMessageBatch<unknown>("jobs-dead", [
    { id: "1", timestamp: new Date(), attempts: 11, body: message() },
    { id: "2", timestamp: new Date(), attempts: 11, body: "not ours" },
  ]);
  consumeDeadJobs(batch);
  const { explicitAcks } = await getQueueResult(batch, createExecutionContext());
  expect(explicitAcks.sort()).toEqual(["1", "2"]);
});
