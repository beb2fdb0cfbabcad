import { expect, test } from "vitest";
import { inOrgTransaction } from "~/db/org-transaction";
import { bringFile, workOn } from "../../../tests/factories/imported-file";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import type { JobPort } from "../context";
import type { JobStep } from "../jobs/job-step";
import { importRehearsalStep } from "./rehearse-step.server";
import { importRunStep } from "./run-step.server";
import { importUndoStep } from "./undo-step.server";

const database = await createTestDatabase();
const { owner } = database;

const ROWS = Array.from({ length: 9 }, (_, i) => [
  `Aina ${i}`,
  `a${i % 7}@example.com`,
  `01234567${80 + (i % 5)}`,
  i % 2 === 0 ? "VIP" : "",
]);
const FILE = {
  columns: ["name", "email", "phone", "tags"],
  rows: ROWS,
  settings: { key: "email" as const },
  partRows: 2,
};

const picture = async ({ orgId }: TestMember) => {
  const found = await owner.query(
    `SELECT name, email, phone, deleted_at IS NULL AS listed,
       (SELECT count(*)::int FROM customer_tags t WHERE (t.org_id, t.customer_id) = (c.org_id, c.id)) AS tags,
       (SELECT array_agg(kind || value ORDER BY kind, value) FROM identities i
         WHERE (i.org_id, i.customer_id) = (c.org_id, c.id)) AS identities
     FROM customers c WHERE org_id = $1 ORDER BY email`,
    [orgId],
  );
  const acts = await owner.query(
    "SELECT action, facts FROM audit_log WHERE org_id = $1 AND action LIKE 'import.%' ORDER BY seq",
    [orgId],
  );
  const kept = await owner.query("SELECT counts, rehearsal, undo, state FROM imports WHERE org_id = $1", [
    orgId,
  ]);
  return { customers: found.rows, acts: acts.rows, imports: kept.rows };
};

/** Fails after every second transaction, and after every second step before it is kept. */
function crashing() {
  const everySecond = () => {
    let calls = 0;
    return () => calls++ % 2 === 0;
  };
  const [isLost, isGone] = [everySecond(), everySecond()];
  const inOrg: JobPort["inOrg"] = async (orgId, work) => {
    const result = await inOrgTransaction(database.url, orgId, work);
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
  const steps = {
    import_rehearsal: crashAfter(importRehearsalStep),
    import_run: crashAfter(importRunStep),
    import_undo: crashAfter(importUndoStep),
  };
  return { steps, tools: { inOrg } };
}

async function story(run?: ReturnType<typeof crashing>) {
  const member = await createMember(database);
  const importId = await bringFile(member, FILE);
  const work = (intent: "rehearse" | "run" | "undo") =>
    workOn(database, member, { importId, intent, ...(run ? { run } : {}) });
  await work("rehearse");
  await work("run");
  const applied = await picture(member);
  await work("undo");
  return { applied, undone: await picture(member) };
}

test("crashes after every transaction and step end with the rows of one clean run, and of one clean undo", async () => {
  const { error } = console;
  const clean = await story();
  console.error = () => undefined;
  try {
    expect(await story(crashing())).toEqual(clean);
  } finally {
    console.error = error;
  }
  expect(clean.applied.imports[0]).toMatchObject({ state: "done", counts: { created: 7 } });
  expect(clean.undone.customers.every(({ listed }) => !listed)).toBe(true);
});
