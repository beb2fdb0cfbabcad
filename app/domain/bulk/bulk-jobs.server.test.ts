import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { bulkWork } from "../../../tests/factories/bulk-work";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import type { ListQuery } from "../filters/list-query.schema";
import { cancelJob } from "../jobs/cancel-job.server";
import type { JobStep } from "../jobs/job-step";
import { JOB_STEPS } from "../jobs/job-steps.server";
import { createBulkChange } from "./create-bulk-change.server";
import { openFailures } from "./open-failures.server";
import { purgeBulkChanges } from "./purge-bulk-changes.server";

const database = await createTestDatabase();
const { owner } = database;
const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;

let admin: TestMember;
let bulk: ReturnType<typeof bulkWork>;
beforeEach(async () => {
  admin = await createMember(database);
  bulk = bulkWork(database, admin);
});

describe("a change of many records", () => {
  const MANY = 620;
  async function createMany(): Promise<string[]> {
    const made = await rows(
      `INSERT INTO customers (org_id, id, sort_name) SELECT $1, gen_random_uuid(), 'x' FROM generate_series(1, $2)
       RETURNING id`,
      [admin.orgId, MANY],
    );
    return made.map(({ id }) => id).sort();
  }
  const jobs = () =>
    rows("SELECT kind, state, done, total, failed, result FROM jobs WHERE org_id = $1 ORDER BY created_at", [
      admin.orgId,
    ]);

  test("is a job with true progress, and so is its undoing", async () => {
    const [tagId, ids] = [await bulk.createTag(), await createMany()];
    const made = await bulk.change({ act: { kind: "add_tag", tagId }, ids: ids });
    expect(made.isDone).toBe(false);
    await expect(bulk.undo(made.changeId)).rejects.toMatchObject({ messageKey: "errors:bulk.stillRunning" });
    await bulk.work();
    expect(await bulk.taggedBy(tagId)).toEqual(ids);
    await owner.query("DELETE FROM customer_tags WHERE customer_id = $1", [ids[0]]);
    await bulk.undo(made.changeId);
    await bulk.work();
    expect(await bulk.taggedBy(tagId)).toEqual([]);
    const over = { state: "done", total: MANY, done: MANY, failed: 0 };
    expect(await jobs()).toEqual([
      { ...over, kind: "bulk_change", result: { changed: MANY } },
      { ...over, kind: "bulk_undo", result: { undone: MANY - 1, kept: 1 } },
    ]);
  });

  test("takes all that a list shows, and nothing else", async () => {
    const tagId = await bulk.createTag();
    const params = { q: "", filter: null, sort: "name", order: "asc" } as const;
    const [siti, lim] = [
      await createCustomer(database, admin.orgId, { name: "Siti Aminah", email: "siti@kedai.my" }),
      await createCustomer(database, admin.orgId, { name: "Lim Mei", email: "mei@kedai.my" }),
    ];
    await createCustomer(database, admin.orgId, { name: "Siti", deletedAt: "2026-11-01T00:00:00Z" });
    const all = (params: ListQuery) =>
      createBulkChange(admin.context("customers.bulk"), {
        noun: "customer",
        act: { kind: "add_tag", tagId },
        selection: { kind: "matching", params, count: 1 },
      });
    const { changeId } = await all({ ...params, q: "siti" });
    expect(await rows("SELECT parameters FROM jobs WHERE org_id = $1", [admin.orgId])).toEqual([
      { parameters: { changeId } },
    ]);
    await bulk.work();
    expect(await bulk.taggedBy(tagId)).toEqual([siti]);
    expect(
      JSON.stringify(await rows("SELECT request FROM bulk_changes WHERE id = $1", [changeId])),
    ).not.toContain("siti");
    await all(params);
    await bulk.work();
    expect(await bulk.taggedBy(tagId)).toEqual([siti, lim].sort());
  });

  test("that was stopped half-way can be undone as far as it came", async () => {
    const ids = await createMany();
    const made = await bulk.change({ act: { kind: "trash" }, ids: ids });
    const [jobId = ""] = admin.woken;
    let steps = 0;
    const stoppedAfterOne: JobStep = async (tools, job) => {
      steps += 1;
      const result = await JOB_STEPS.bulk_trash(tools, job);
      await cancelJob(admin.context("records.trash"), { jobId });
      return result;
    };
    await bulk.work({ ...JOB_STEPS, bulk_trash: stoppedAfterOne });
    expect([steps, (await bulk.trashed()).length]).toEqual([1, 500]);
    await bulk.undo(made.changeId);
    await bulk.work();
    expect(await bulk.trashed()).toEqual([]);
  });

  test("may wait beside others of its kind", async () => {
    const [tagId, ids] = [await bulk.createTag(), await createMany()];
    await bulk.change({ act: { kind: "add_tag", tagId }, ids: ids });
    await bulk.change({ act: { kind: "add_tag", tagId: await bulk.createTag() }, ids: ids });
    expect(await jobs()).toHaveLength(2);
  });

  test("stops when whoever asked for it may no longer do it", async () => {
    const ids = await createMany();
    const manager = await createMember(database, { organization: admin, role: "manager" });
    await bulk.change({ act: { kind: "trash" }, ids: ids }, manager);
    admin.woken.push(...manager.woken);
    await owner.query("UPDATE memberships SET role = 'member' WHERE user_id = $1", [manager.userId]);
    await bulk.work();
    expect(await bulk.trashed()).toEqual([]);
    expect(await jobs()).toMatchObject([{ state: "failed" }]);
  });
});

describe("what is kept of bulk changes", () => {
  const purge = () => purgeBulkChanges({ db: openHttp(database.url), now: new Date(), maxBatches: 50 });
  const count = async (table: string) =>
    (await rows(`SELECT count(*)::int AS n FROM ${table} WHERE org_id = $1`, [admin.orgId]))[0].n;

  async function pagesOf<T>(pages: AsyncIterable<T>): Promise<T[]> {
    const read: T[] = [];
    for await (const page of pages) read.push(page);
    return read;
  }

  test("goes after 30 days, and not a day earlier", async () => {
    const [old, young] = [
      await bulk.change({ act: { kind: "trash" }, ids: await bulk.createCustomers(2) }),
      await bulk.change({ act: { kind: "trash" }, ids: await bulk.createCustomers(1) }),
    ];
    await owner.query("UPDATE bulk_changes SET expires_at = now() - interval '1 second' WHERE id = $1", [
      old.changeId,
    ]);
    await purge();
    expect([await count("bulk_changes"), await count("bulk_change_rows")]).toEqual([1, 1]);
    await expect(bulk.undo(old.changeId)).rejects.toMatchObject({ messageKey: "errors:bulk.expired" });
    expect(await bulk.undo(young.changeId)).toMatchObject({ undone: 1 });
  });

  test("of a job that was stopped says no longer what was searched for", async () => {
    const params = { q: "siti@kedai.my", filter: null, sort: "name", order: "asc" } as const;
    const { changeId } = await createBulkChange(admin.context("customers.bulk"), {
      noun: "customer",
      act: { kind: "trash" },
      selection: { kind: "matching", params, count: 1 },
    });
    await cancelJob(admin.context("records.trash"), { jobId: admin.woken[0] ?? "" });
    await purge();
    expect(await rows("SELECT request FROM bulk_changes WHERE id = $1", [changeId])).toEqual([
      { request: { act: { kind: "trash" } } },
    ]);
  });

  test("tells the failures as rows with words, to nobody of another organization", async () => {
    const gone = randomUUID();
    const { changeId } = await bulk.change({ act: { kind: "trash" }, ids: [gone] });
    const open = (member: TestMember) =>
      openFailures(member.context("customers.bulk"), { changeId, words: (key) => key });
    expect(await pagesOf(await open(admin))).toEqual([[[gone, null, "errors:bulk.gone"]]]);
    await expect(open(await createMember(database))).rejects.toMatchObject({ code: "not_found" });
  });
});
