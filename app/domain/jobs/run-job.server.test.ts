import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openHttp } from "~/db/client";
import type { StepResult } from "~/domain/jobs/job-step";
import { AppError } from "~/lib/app-error";
import { createJobTools } from "../../../tests/factories/job-tools";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { cancelJob } from "./cancel-job.server";
import { createJob } from "./create-job.server";
import type { JobStep } from "./job-step";
import { JOB_STEPS } from "./job-steps.server";
import { type JobHost, runJob } from "./run-job.server";
import { sweepJobs } from "./sweep-jobs.server";

const database = await createTestDatabase();
const { owner } = database;
const orm = openHttp(database.url);

let admin: TestMember;
beforeEach(async () => {
  admin = await createMember(database);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const create = (member = admin) =>
  createJob(member.context("data.export"), { kind: "full_export", act: { action: "export.created" } });

/** Counts to three, a step each. */
const countToThree: JobStep = async (_tools, { done }): Promise<StepResult> => {
  const counts = { done: done + 1, total: 3, failed: 0 };
  if (counts.done < 3) return { ...counts, isDone: false, cursor: { at: counts.done } };
  return { ...counts, isDone: true, result: { sum: 3 }, expiresAt: null };
};

function hostOf(step: JobStep, now: () => Date = () => new Date()): JobHost & { told: string[] } {
  const told: string[] = [];
  return {
    orm,
    steps: { ...JOB_STEPS, full_export: step },
    told,
    tell: async (orgId) => void told.push(orgId),
    tools: createJobTools(database, { now }),
  };
}

const run = (host: JobHost, jobId: string) => runJob(host, { orgId: admin.orgId, jobId });

async function jobOf(jobId: string) {
  const found = await owner.query(
    "SELECT state, done, total, cursor, result, error_key, attempts, lease_id FROM jobs WHERE id = $1",
    [jobId],
  );
  return found.rows[0];
}

/** Lets a lease run out, as time would. */
const loseLease = (jobId: string) =>
  owner.query("UPDATE jobs SET leased_until = now() - interval '1 second' WHERE id = $1", [jobId]);

describe("a job", () => {
  test("is kept with its act, and a worker is asked for it", async () => {
    const jobId = await create();
    expect(admin.woken).toEqual([jobId]);
    expect(await jobOf(jobId)).toMatchObject({ state: "queued", done: 0 });
    const acts = await owner.query("SELECT action, subject_id FROM audit_log WHERE org_id = $1", [
      admin.orgId,
    ]);
    expect(acts.rows).toEqual([{ action: "export.created", subject_id: jobId }]);
  });

  test("runs step by step to its end, and screens hear of each", async () => {
    const host = hostOf(countToThree);
    const jobId = await create();
    expect(await run(host, jobId)).toBe("over");
    expect(await jobOf(jobId)).toMatchObject({
      state: "done",
      done: 3,
      cursor: null,
      result: { sum: 3 },
      lease_id: null,
    });
    expect(host.told).toEqual([admin.orgId, admin.orgId, admin.orgId]);
  });

  test("gives way after some seconds and goes on where it was", async () => {
    let clock = Date.now();
    const host = hostOf(countToThree, () => {
      clock += 6000;
      return new Date(clock);
    });
    const jobId = await create();
    expect(await run(host, jobId)).toBe("more");
    expect(await jobOf(jobId)).toMatchObject({ state: "running", done: 2, cursor: { at: 2 } });
    expect(await run(host, jobId)).toBe("over");
    expect(await jobOf(jobId)).toMatchObject({ state: "done", done: 3 });
  });

  test("is worked on by one worker at a time", async () => {
    const jobId = await create();
    let inside = 0;
    const slow: JobStep = async (tools, job) => {
      inside += 1;
      expect(await run(host, jobId)).toBe("over");
      return countToThree(tools, job);
    };
    const host = hostOf(slow);
    await run(host, jobId);
    expect([inside, (await jobOf(jobId)).state]).toEqual([3, "done"]);
  });

  test("goes on after a crash from what was kept, once its lease has run out", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const jobId = await create();
    const host = hostOf(async (tools, job) => {
      if (job.done === 1) throw new Error("crashed");
      return countToThree(tools, job);
    });
    expect(await run(host, jobId)).toBe("retry");
    expect(await jobOf(jobId)).toMatchObject({ state: "running", done: 1, cursor: { at: 1 } });
    expect(await run(hostOf(countToThree), jobId)).toBe("over");
    expect(await jobOf(jobId)).toMatchObject({ state: "done", done: 3 });
  });

  test("fails when the same step was tried five times, crashes included", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const jobId = await create();
    const host = hostOf(() => Promise.reject(new Error("crashed")));
    for (let i = 0; i < 5; i++) expect(await run(host, jobId)).toBe("retry");
    expect(await run(host, jobId)).toBe("over");
    expect(await jobOf(jobId)).toMatchObject({ state: "failed", error_key: "errors:jobs.failed" });
  });

  test("fails at once when a step says why", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const jobId = await create();
    const host = hostOf(() => Promise.reject(new AppError("not_found", "errors:notFound")));
    expect(await run(host, jobId)).toBe("over");
    expect(await jobOf(jobId)).toMatchObject({ state: "failed", error_key: "errors:notFound" });
  });

  test.each([
    ["lost the role", "UPDATE memberships SET role = 'viewer' WHERE user_id = $1"],
    ["was removed", "UPDATE memberships SET state = 'removed' WHERE user_id = $1"],
  ])("stops when its originator %s", async (_, change) => {
    const second = await createMember(database, { organization: admin });
    const jobId = await create(second);
    await owner.query(change, [second.userId]);
    expect(await run(hostOf(countToThree), jobId)).toBe("over");
    expect(await jobOf(jobId)).toMatchObject({
      state: "failed",
      done: 0,
      error_key: "errors:jobs.rightsLost",
    });
  });

  test("one at a time is asked for, and ten a day", async () => {
    const jobId = await create();
    await expect(create()).rejects.toMatchObject({ messageKey: "errors:jobs.isRunning" });
    await run(hostOf(countToThree), jobId);
    for (let i = 0; i < 9; i++) await run(hostOf(countToThree), await create());
    await expect(create()).rejects.toMatchObject({ messageKey: "errors:jobs.tooMany" });
  });

  test("asked for fifty times at once is made once", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => create()));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a job that is stopped", () => {
  test("ends before its next step", async () => {
    const jobId = await create();
    const host = hostOf(async (tools, job) => {
      if (job.done === 1) await cancelJob(admin.context("activity.view"), { jobId });
      return countToThree(tools, job);
    });
    expect(await run(host, jobId)).toBe("over");
    expect(await jobOf(jobId)).toMatchObject({ state: "cancelled", done: 1 });
    await expect(cancelJob(admin.context("activity.view"), { jobId })).rejects.toMatchObject({
      messageKey: "errors:jobs.isOver",
    });
  });

  test("is not stopped by those who could not ask for it, nor by another organization", async () => {
    const jobId = await create();
    const manager = await createMember(database, { organization: admin, role: "manager" });
    const stranger = await createMember(database);
    for (const member of [manager, stranger]) {
      await expect(cancelJob(member.context("activity.view"), { jobId })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    expect(await jobOf(jobId)).toMatchObject({ state: "queued" });
  });
});

test("the sweep sends for jobs that nobody works on, and leaves the others", async () => {
  const [lost, held] = [await create(), await create(await createMember(database))];
  await owner.query(
    "UPDATE jobs SET updated_at = now() - interval '3 minutes', leased_until = CASE WHEN id = $1 THEN now() + interval '1 minute' END",
    [held],
  );
  const woken: string[] = [];
  const wake = async (_orgId: string, jobId: string) => void woken.push(jobId);
  await sweepJobs({ db: orm, wake });
  expect(woken).toContain(lost);
  expect(woken).not.toContain(held);
  await loseLease(held);
  await sweepJobs({ db: orm, wake });
  expect(woken).toContain(held);
});
