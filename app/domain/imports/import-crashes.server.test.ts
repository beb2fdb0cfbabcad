import { expect, test } from "vitest";
import { inOrgTransaction } from "~/db/org-transaction";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createField } from "../../../tests/factories/field-rows";
import { bringFile, type ImportedFile, workOn } from "../../../tests/factories/imported-file";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import type { JobPort } from "../context";
import type { JobStep } from "../jobs/job-step";
import { importRehearsalStep } from "./rehearse-step.server";
import { importRunStep } from "./run-step.server";
import { undoRows } from "./undo-step.server";

const database = await createTestDatabase();
const { owner } = database;

const ROWS = Array.from({ length: 9 }, (_, i) => [
  `Aina ${i}`,
  `a${i % 7}@example.com`,
  `01234567${80 + (i % 5)}`,
  i % 2 === 0 ? "VIP" : "",
  String(i % 3),
  i === 8 ? "no" : "yes",
]);
const FIELD = "0193a000-0000-7000-8000-000000000001";
const FILE: ImportedFile = {
  columns: ["name", "email", "phone", "tags", `custom:${FIELD}`, "consent.email"],
  rows: ROWS,
  settings: { key: "email", consent: { source: "Kaunter", wording: "Ya, hubungi saya" } },
  partRows: 2,
};

/** One whom the file changes, and one whom it takes out of the trash; both have a value. */
async function fill({ orgId }: TestMember): Promise<void> {
  for (const [n, deletedAt] of [null, new Date().toISOString()].entries()) {
    const customerId = await createCustomer(database, orgId, { email: `a${n}@example.com`, deletedAt });
    await owner.query("UPDATE identities SET profile = $2 WHERE customer_id = $1", [
      customerId,
      { name: { value: "Lama", at: "2026-01-01T00:00:00.000Z", hash: "h", source: "shop" } },
    ]);
    await owner.query(
      `INSERT INTO custom_field_values (org_id, customer_id, field_id, number_value, source, set_at)
       VALUES ($1, $2, $3, 90000, 'person', '2026-01-01')`,
      [orgId, customerId, FIELD],
    );
  }
}

const picture = async ({ orgId }: TestMember) => {
  const found = await owner.query(
    `SELECT name, email, phone, deleted_at IS NULL AS listed,
       (SELECT count(*)::int FROM customer_tags t WHERE (t.org_id, t.customer_id) = (c.org_id, c.id)) AS tags,
       (SELECT array_agg(number_value || source) FROM custom_field_values v
         WHERE (v.org_id, v.customer_id) = (c.org_id, c.id)) AS values,
       (SELECT array_agg(s.channel || s.state ORDER BY s.decided_at, s.recorded_at, s.id) FROM consents s
         JOIN identities i ON (i.org_id, i.id) = (s.org_id, s.identity_id)
         WHERE (i.org_id, i.customer_id) = (c.org_id, c.id)) AS consents,
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

const undoTwo: JobStep = (tools, job) => undoRows(tools, job, 2);

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
    import_undo: crashAfter(undoTwo),
  };
  return { steps, tools: { inOrg } };
}

async function story(run?: ReturnType<typeof crashing>) {
  const member = await createMember(database);
  await createField(database, member.orgId, { id: FIELD, type: "number" });
  await fill(member);
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
  expect(clean.applied.imports[0]).toMatchObject({ state: "done", counts: { created: 5, changed: 4 } });
  expect(clean.applied.customers.every(({ listed }) => listed)).toBe(true);
  expect(clean.undone.customers.filter(({ listed }) => listed)).toMatchObject([
    {
      email: "a0@example.com",
      name: "Lama",
      tags: 0,
      values: ["90000person"],
      identities: ["emaila0@example.com"],
    },
  ]);
});
