import { randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { openHttp } from "~/db/client";
import type { Mail } from "~/lib/mail";
import { fillEveryTable, listTenantTables } from "../../../tests/factories/every-table";
import { createJobTools } from "../../../tests/factories/job-tools";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import type { ArchivePort } from "../context";
import { JOB_STEPS } from "../jobs/job-steps.server";
import { type JobHost, runJob } from "../jobs/run-job.server";
import { createFullExport } from "./create-full-export.server";
import { expireExports } from "./expire-exports.server";
import { EXPORT_SOURCES, NOT_EXPORTED } from "./export-tables";
import { openExport } from "./open-export.server";

const database = await createTestDatabase();
const { owner } = database;
const orm = openHttp(database.url);

let admin: TestMember;
let mails: Mail[];
beforeEach(async () => {
  admin = await createMember(database);
  mails = [];
  await fillEveryTable(owner, admin);
});

const start = () => createFullExport(admin.context("data.export"));

function run(jobId: string, change: Partial<JobHost["tools"]> = {}) {
  const host: JobHost = {
    orm,
    steps: JOB_STEPS,
    tell: async () => undefined,
    tools: createJobTools(database, {
      archive: admin.archive,
      mail: { send: async (mail) => void mails.push(mail) },
      ...change,
    }),
  };
  return runJob(host, { orgId: admin.orgId, jobId });
}

async function download(jobId: string): Promise<Record<string, string>> {
  const opened = await openExport(admin.context("data.export"), { jobId, kind: "full_export" });
  const bytes = new Uint8Array(await new Response(opened.content).arrayBuffer());
  expect(bytes.length).toBe(opened.bytes);
  const files = Object.entries(unzipSync(bytes));
  return Object.fromEntries(files.map(([path, content]) => [path, new TextDecoder().decode(content)]));
}

const stateOf = async (jobId: string) =>
  (await owner.query("SELECT state FROM jobs WHERE id = $1", [jobId])).rows[0].state;

test("[6.1] every table with an organization's rows is in the export, or named with the reason why not", async () => {
  const exported = EXPORT_SOURCES.map(({ name }) => name);
  const known = [...exported, ...Object.keys(NOT_EXPORTED)];
  expect((await listTenantTables(owner)).filter((table) => !known.includes(table))).toEqual([]);
});

describe("the archive", () => {
  test("[6.2a] holds every table as CSV and as JSON, with a manifest that counts them", async () => {
    const jobId = await start();
    expect(await run(jobId)).toBe("over");
    const files = await download(jobId);
    const manifest = JSON.parse(files["manifest.json"] ?? "");
    for (const { name } of EXPORT_SOURCES) {
      const rows = JSON.parse(files[`json/${name}.json`] ?? "");
      expect([name, rows.length > 0]).toEqual([name, true]);
      const lines = files[`csv/${name}.csv`]?.trimEnd().split("\r\n") ?? [];
      expect([name, lines.length]).toEqual([name, rows.length + 1]);
      const listed = manifest.files.find(({ path }: { path: string }) => path === `csv/${name}.csv`);
      expect(listed).toMatchObject({ rows: rows.length });
    }
    expect(manifest.format).toBe("orucrm-export");
    expect(manifest.organizationId).toBe(admin.orgId);
  });

  test("holds no secrets, and nothing of another organization", async () => {
    const other = await createMember(database, { name: "Somebody else" });
    await fillEveryTable(owner, other);
    const jobId = await start();
    await run(jobId);
    const text = JSON.stringify(await download(jobId));
    expect(text).toContain(admin.userId);
    for (const word of [other.orgId, other.userId, "Somebody else", "sealed", "token_hash"]) {
      expect([word, text.includes(word)]).toEqual([word, false]);
    }
  });

  test("has everything once, in pages", async () => {
    await owner.query(
      "INSERT INTO customers (org_id, id, sort_name, name) SELECT $1, gen_random_uuid(), 'a', '=evil()' || n FROM generate_series(1, 1203) n",
      [admin.orgId],
    );
    const jobId = await start();
    await run(jobId);
    const files = await download(jobId);
    const customers: { id: string }[] = JSON.parse(files["json/customers.json"] ?? "");
    expect(new Set(customers.map(({ id }) => id)).size).toBe(1204);
    expect(files["csv/customers.csv"]).toContain("'=evil()7");
  });

  test("is the same when the worker crashes at every single step, before and after what it stores", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const whole = await start();
    await run(whole);
    const expected = await download(whole);
    const jobId = await start();
    let puts = 0;
    const failing: ArchivePort = {
      ...admin.archive,
      async put(name, bytes) {
        puts += 1;
        if (puts % 4 === 1) throw new Error("crashed before");
        await admin.archive.put(name, bytes);
        if (puts % 4 === 2) throw new Error("crashed after");
      },
    };
    for (let i = 0; i < 500 && (await stateOf(jobId)) !== "done"; i++) await run(jobId, { archive: failing });
    const files = await download(jobId);
    for (const path of Object.keys(expected)) {
      // What the two jobs themselves wrote into the audit log differs.
      if (/manifest|audit/.test(path)) continue;
      expect([path, files[path]]).toEqual([path, expected[path]]);
    }
    expect(Object.keys(files).sort()).toEqual(Object.keys(expected).sort());
    vi.restoreAllMocks();
  });
});

describe("a finished export", () => {
  test("is told by mail, which carries a link and no data", async () => {
    const jobId = await start();
    await run(jobId);
    expect(mails).toMatchObject([{ to: `${admin.userId}@example.com`, idempotencyKey: `export/${jobId}` }]);
    expect(mails[0]?.text).toContain(`/o/${admin.slug}/settings/activity`);
  });

  test("is downloaded by those who may, which is audited each time", async () => {
    const jobId = await start();
    await run(jobId);
    await download(jobId);
    const manager = await createMember(database, { organization: admin, role: "manager" });
    await expect(
      openExport(manager.context("data.export"), { jobId, kind: "full_export" }),
    ).rejects.toMatchObject({
      code: "forbidden",
    });
    const stranger = await createMember(database);
    await expect(
      openExport(stranger.context("data.export"), { jobId, kind: "full_export" }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    const acts = await owner.query(
      "SELECT actor_id FROM audit_log WHERE action = 'export.downloaded' AND subject_id = $1",
      [jobId],
    );
    expect(acts.rows).toEqual([{ actor_id: admin.userId }]);
  });

  test("is gone after seven days, from the store too, and another organization's stays", async () => {
    const jobId = await start();
    await run(jobId);
    await admin.archive.put(`exports/${randomUUID()}/${jobId}/manifest.json/000000`, new Uint8Array(1));
    const input = { db: orm, archive: admin.archive };
    const soon = new Date(Date.now() + 6 * 86_400_000);
    await owner.query("UPDATE jobs SET expires_at = expires_at - interval '6 days' WHERE id = $1", [jobId]);
    expect(await expireExports({ ...input, now: soon })).toBe(0);
    await owner.query("UPDATE jobs SET expires_at = now() - interval '1 second' WHERE id = $1", [jobId]);
    expect(await expireExports({ ...input, now: new Date() })).toBe(1);
    expect([...admin.archive.stored.keys()].filter((name) => name.includes(admin.orgId))).toEqual([]);
    expect(admin.archive.stored.size).toBe(1);
    await expect(
      openExport(admin.context("data.export"), { jobId, kind: "full_export" }),
    ).rejects.toMatchObject({
      messageKey: "errors:jobs.exportGone",
    });
  });
});
