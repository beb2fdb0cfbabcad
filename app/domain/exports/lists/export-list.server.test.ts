import { unzipSync } from "fflate";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { recordConsent } from "~/domain/customers/record-consent.server";
import { setCustomerField } from "~/domain/fields/set-customer-field.server";
import type { JobStep } from "~/domain/jobs/job-step";
import { JOB_STEPS } from "~/domain/jobs/job-steps.server";
import { runJob } from "~/domain/jobs/run-job.server";
import { isAllowed, ROLES } from "~/domain/organizations/permissions";
import { restoreCell } from "~/lib/neutral-cell";
import { createConnectedShop } from "../../../../tests/factories/connected-shop";
import { createCustomer } from "../../../../tests/factories/customer-rows";
import { createField } from "../../../../tests/factories/field-rows";
import { createJobTools } from "../../../../tests/factories/job-tools";
import { createOrder } from "../../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../../tests/factories/org-context";
import { createTestDatabase } from "../../../../tests/setup/database";
import { csvLines } from "../csv-file.server";
import { openExport } from "../open-export.server";
import { exportList } from "./export-list.server";
import { listColumns } from "./list-columns";
import type { ListExport } from "./list-export.schema";

const database = await createTestDatabase();
const { owner } = database;
const WORDS = {
  title: "List",
  headingOf: ({ key }: { key: string }) => key,
  visit: { ip: "203.0.113.7" },
};
const ALL = { q: "", filter: null, order: "desc" } as const;

let member: TestMember;
beforeAll(async () => {
  member = await createMember(database, { role: "manager" });
});

const query = (noun: ListExport["rows"]["noun"], sort: string, q = ""): ListExport["rows"] => ({
  noun,
  query: { ...ALL, q, sort },
});
const ask = (rows: ListExport["rows"], who = member, rest: Partial<ListExport> = {}) =>
  exportList(who.context("records.export"), { format: "csv", keys: null, rows, ...rest }, WORDS);

async function rowsOf(asked: ReturnType<typeof ask>): Promise<Record<string, unknown>[]> {
  const exported = await asked;
  if (exported.kind === "job") throw new Error("a job");
  return exported.rows.map((row) => Object.fromEntries(exported.header.map((key, i) => [key, row[i]])));
}

async function fill(orgId: string, count: number): Promise<void> {
  await owner.query(
    `INSERT INTO customers (org_id, id, sort_name, name, phone)
     SELECT $1, gen_random_uuid(), 'a', '=evil' || n, '+6012' || (3000000 + n) FROM generate_series(1, $2) n`,
    [orgId, count],
  );
}

async function finish(who: TestMember, jobId: string): Promise<Record<string, string>> {
  const tools = createJobTools(database, { archive: who.archive });
  const host = { orm: openHttp(database.url), steps: JOB_STEPS, tell: async () => undefined, tools };
  await runJob(host, { orgId: who.orgId, jobId });
  const opened = await openExport(who.context("records.export"), { jobId, kind: "list_export" });
  const bytes = new Uint8Array(await new Response(opened.content).arrayBuffer());
  expect(bytes.length).toBe(opened.bytes);
  const files = Object.entries(unzipSync(bytes));
  return Object.fromEntries(files.map(([path, content]) => [path, new TextDecoder().decode(content)]));
}

describe("an export of a list", () => {
  test("[6.2a] has money as decimals beside their currency, and times in the organization's zone", async () => {
    const run = (text: string, values: unknown[]) => owner.query(text, values);
    const { shopId } = await createConnectedShop(run, { orgId: member.orgId });
    const customerId = await createCustomer(database, member.orgId, { name: "Siti", phone: "+60123456789" });
    const placedAt = "2026-11-20T18:30:00Z";
    await createOrder(database, member.orgId, {
      shopId,
      customerId,
      totalMinor: 123_450,
      placedAt,
      items: ["Sambal"],
    });
    await createOrder(database, member.orgId, { shopId, currency: "JPY", totalMinor: 900, number: "2" });
    const rows = await rowsOf(ask(query("orders", "placed")));
    expect(rows.find(({ number }) => number === "1024")).toMatchObject({
      placed: { local: "2026-11-21 02:30:00" },
      currency: "MYR",
      total: { decimal: "1234.50" },
      customer: "Siti",
      phone: "+60123456789",
      items: "1 × Sambal",
      test: false,
    });
    expect(rows.find(({ number }) => number === "2")).toMatchObject({
      currency: "JPY",
      total: { decimal: "900" },
    });
  });

  test("comes back as it went out: formulas are texts, and phones keep their plus", async () => {
    const who = await createMember(database);
    await createCustomer(database, who.orgId, { name: "=HYPERLINK(1)", phone: "+60123456789" });
    const exported = await ask(query("customers", "name"), who);
    if (exported.kind === "job") throw new Error("a job");
    const text = csvLines([exported.header, ...exported.rows]);
    expect(text).toContain("'=HYPERLINK");
    const [row] = Papa.parse<Record<string, string>>(text, { header: true }).data;
    expect(restoreCell(row?.name ?? "")).toBe("=HYPERLINK(1)");
    expect(restoreCell(row?.phone ?? "")).toBe("+60123456789");
  });

  test("has the chosen columns in their order, an amount with its currency, and only the chosen rows", async () => {
    const who = await createMember(database);
    const id = await createCustomer(database, who.orgId, { name: "Mei", spend: { MYR: 5000, SGD: 900 } });
    await createCustomer(database, who.orgId, { name: "Ali" });
    const chosen = { noun: "customers" as const, ids: [id] };
    const rows = await rowsOf(ask(chosen, who, { keys: ["spent", "name", "nonsense"] }));
    expect(rows).toEqual([{ currency: "MYR", spent: { decimal: "50.00" }, name: "Mei" }]);
    expect(Object.keys(rows[0] ?? {})).toEqual(["currency", "spent", "name"]);
  });

  test("is written down with what left and how much", async () => {
    const who = await createMember(database);
    await createCustomer(database, who.orgId);
    await ask(query("customers", "name"), who);
    const acts = await owner.query(
      "select action, facts from audit_log where org_id = $1 order by seq desc limit 1",
      [who.orgId],
    );
    expect(acts.rows).toEqual([
      { action: "list.exported", facts: { noun: "customers", format: "csv", rows: 1 } },
    ]);
  });

  test("has nothing of another organization, not even rows that were named", async () => {
    const other = await createMember(database);
    const id = await createCustomer(database, other.orgId);
    expect(await rowsOf(ask({ noun: "customers", ids: [id] }, member))).toEqual([]);
  });

  test("is not for roles that may not export", async () => {
    const viewer = await createMember(database, { organization: member, role: "analyst" });
    await expect(ask(query("orders", "placed"), viewer)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("columns that are the organization's own", () => {
  const fieldsOf = async (who: TestMember) => ({
    since: await createField(database, who.orgId, { type: "date" }),
    size: await createField(database, who.orgId, { type: "number" }),
    secret: await createField(database, who.orgId, { type: "text" }),
  });
  const name = ({ type, id }: { type: string; id: string }) => `custom:${type}:${id}`;

  test("custom fields and agreements leave as an import reads them back, named as lists name them", async () => {
    const who = await createMember(database);
    const { since, size } = await fieldsOf(who);
    const id = await createCustomer(database, who.orgId, { name: "Mei", email: "mei@example.com" });
    const edit = () => who.context("customers.edit");
    await setCustomerField(edit(), { customerId: id, fieldId: since.id, value: "2026-03-02" });
    await setCustomerField(edit(), { customerId: id, fieldId: size.id, value: "2.5" });
    const said = { customerId: id, channel: "email", wording: "Ya", place: "Kaunter" } as const;
    await recordConsent(edit(), { ...said, state: "subscribed" });
    await recordConsent(edit(), { ...said, state: "unsubscribed" });
    const keys = ["name", name(since), name(size), "consent.email", "consent.sms", "spend"];
    const exported = await ask({ noun: "customers", ids: [id] }, who, { keys });
    if (exported.kind === "job") throw new Error("a job");
    expect(exported.rows).toEqual([
      ["Mei", "2026-03-02", { decimal: "2.5" }, "no", null, "MYR", { decimal: "0.00" }],
    ]);
  });

  test("leave in the background too, with all columns", async () => {
    const who = await createMember(database);
    const { size } = await fieldsOf(who);
    await fill(who.orgId, 2_001);
    await owner.query(
      `INSERT INTO custom_field_values (org_id, customer_id, field_id, number_value, source, set_at)
       SELECT org_id, id, $2, 70000, 'import', now() FROM customers WHERE org_id = $1`,
      [who.orgId, size.id],
    );
    const exported = await ask(query("customers", "name"), who);
    if (exported.kind !== "job") throw new Error("no job");
    const files = await finish(who, exported.jobId);
    const rows = Papa.parse<Record<string, string>>(files["customers.csv"] ?? "", { header: true }).data;
    expect(rows[2_000]?.[name(size)]).toBe("7");
  });

  test("are hidden where they may hold contacts", async () => {
    const { secret, size } = await fieldsOf(await createMember(database));
    const fields = [secret, size].map((field) => ({
      ...field,
      ...{ name: "n", options: [], isPrivate: field === secret },
    }));
    const keys = [name(secret), name(size), "consent.email"];
    const shown = listColumns("customers", { keys, mayViewContacts: false, fields });
    expect(shown.map(({ key }) => key)).toEqual([name(size)]);
  });
});

describe("columns with contacts", () => {
  test("are not there for roles that may not see them, however they ask", () => {
    for (const noun of ["customers", "orders", "subscriptions"] as const) {
      const keys = listColumns(noun, { keys: ["email", "phone", "address"], mayViewContacts: false }).map(
        ({ key }) => key,
      );
      expect(keys).not.toEqual(expect.arrayContaining(["email"]));
      expect(keys.filter((key) => ["email", "phone", "address", "postcode"].includes(key))).toEqual([]);
    }
  });

  test("may go into a job's file, because whoever may export may see contacts", () => {
    const blind = ROLES.filter(
      (role) => isAllowed(role, "records.export") && !isAllowed(role, "contacts.view"),
    );
    expect(blind).toEqual([]);
  });
});

describe("a long list", () => {
  test("[6.2a] leaves in the background as CSV, each row once, and its question is forgotten afterwards", async () => {
    const who = await createMember(database);
    await fill(who.orgId, 4_101);
    const exported = await ask(query("customers", "name"), who);
    if (exported.kind !== "job") throw new Error("no job");
    const files = await finish(who, exported.jobId);
    const rows = Papa.parse<Record<string, string>>(files["customers.csv"] ?? "", {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(new Set(rows.map(({ phone }) => phone)).size).toBe(4_101);
    const job = await owner.query("select cursor, parameters, done from jobs where id = $1", [
      exported.jobId,
    ]);
    expect(job.rows).toEqual([
      { cursor: null, parameters: { noun: "customers", format: "csv" }, done: 4_101 },
    ]);
  });

  test("[6.2b] leaves as a workbook whose cells are texts, and which holds every row", async () => {
    const who = await createMember(database);
    await fill(who.orgId, 2_500);
    const exported = await ask(query("customers", "name"), who, { format: "xlsx" });
    if (exported.kind !== "job") throw new Error("no job");
    const files = await finish(who, exported.jobId);
    expect(Object.keys(files).sort()).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
    ]);
    const sheet = files["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet.match(/<row>/g)).toHaveLength(2_501);
    expect(sheet).toContain('<c t="inlineStr" s="3"><is><t xml:space="preserve">=evil1</t></is></c>');
    expect(sheet).not.toContain("<f>");
    expect(sheet.endsWith("</worksheet>")).toBe(true);
  });

  test("is written down once, also when its worker is gone before the job's end was kept", async () => {
    const who = await createMember(database);
    await fill(who.orgId, 2_001);
    const exported = await ask(query("customers", "name"), who);
    if (exported.kind !== "job") throw new Error("no job");
    const { error } = console;
    console.error = () => undefined;
    let isGone = false;
    const listExport: JobStep = async (tools, job) => {
      const result = await JOB_STEPS.list_export(tools, job);
      if (isGone || !result.isDone) return result;
      isGone = true;
      throw new Error("planted: the worker is gone");
    };
    const steps = { ...JOB_STEPS, list_export: listExport };
    const tools = createJobTools(database, { archive: who.archive });
    const host = { orm: openHttp(database.url), steps, tell: async () => undefined, tools };
    await runJob(host, { orgId: who.orgId, jobId: exported.jobId });
    console.error = error;
    await finish(who, exported.jobId);
    const acts = await owner.query(
      "select facts from audit_log where org_id = $1 and action = 'list.exported'",
      [who.orgId],
    );
    expect(acts.rows).toEqual([{ facts: { noun: "customers", format: "csv", rows: 2_001 } }]);
  });

  test("of one organization cannot be downloaded by another", async () => {
    const who = await createMember(database);
    await fill(who.orgId, 2_001);
    const exported = await ask(query("customers", "name"), who);
    if (exported.kind !== "job") throw new Error("no job");
    await finish(who, exported.jobId);
    const attempt = openExport(member.context("records.export"), {
      jobId: exported.jobId,
      kind: "list_export",
    });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
  });
});
