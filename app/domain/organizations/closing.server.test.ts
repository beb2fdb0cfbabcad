import { beforeEach, describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { snapshotOrg } from "../../../tests/e2e/support/org-snapshot";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { fillEveryTable } from "../../../tests/factories/every-table";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { createFullExport } from "../exports/create-full-export.server";
import { closeOrganization } from "./close-organization.server";
import { findClosing } from "./closing-queries.server";
import { type PurgePlace, purgeOrganizations } from "./purge-organizations.server";
import { reopenOrganization } from "./reopen-organization.server";
import { updateOrganization } from "./update-organization.server";

const database = await createTestDatabase();
const { owner } = database;
const db = openHttp(database.url);
const DAY_MS = 86_400_000;

let admin: TestMember;
beforeEach(async () => {
  admin = await createMember(database);
});

const close = (name = "Kedai", member = admin) =>
  closeOrganization(member.context("organization.close"), { name });
const reopen = () => reopenOrganization(admin.context("organization.close"));
const rename = () =>
  updateOrganization(admin.context("organization.manage"), {
    name: "Kedai Lain",
    website: undefined,
    timeZone: "Asia/Kuching",
    currency: "MYR",
    language: "en",
  });
const stateOf = async () =>
  (await owner.query("SELECT state FROM organizations WHERE id = $1", [admin.orgId])).rows[0]?.state;

describe("an organization that is closed by an Admin", () => {
  test("[6.5] can be read for 30 days, and nothing of it can be changed", async () => {
    await close();
    const closesAt = await findClosing(admin.context("organization.view"));
    expect(Math.round(((closesAt?.getTime() ?? 0) - Date.now()) / DAY_MS)).toBe(30);
    await expect(rename()).rejects.toMatchObject({ messageKey: "errors:organizationClosing" });
    await expect(close()).rejects.toMatchObject({ code: "conflict" });
  });

  test("asks for its name, exactly", async () => {
    for (const name of ["", "kedai", "Kedai 2"]) {
      await expect(close(name)).rejects.toMatchObject({ code: "invalid" });
    }
    expect(await stateOf()).toBe("active");
    const manager = await createMember(database, { organization: admin, role: "manager" });
    await expect(close("Kedai", manager)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await createMember(database, { organization: await createMember(database) });
    await close("Kedai", stranger);
    expect(await stateOf()).toBe("active");
  });

  test("can still be exported", async () => {
    await close();
    expect(await createFullExport(admin.context("data.export"))).toBeTypeOf("string");
  });

  test("accepts no deliveries, until it is reopened", async () => {
    await createConnectedShop((text, values) => owner.query(text, values), { orgId: admin.orgId });
    await close();
    expect(admin.configs.map(({ isEnabled }) => isEnabled)).toEqual([false]);
    await reopen();
    expect(admin.configs.map(({ isEnabled }) => isEnabled)).toEqual([false, true]);
    await rename();
    expect(await findClosing(admin.context("organization.view"))).toBeNull();
  });

  test("tells every Admin by mail, and writes both acts down", async () => {
    const second = await createMember(database, { organization: admin });
    await createMember(database, { organization: admin, role: "viewer" });
    await close();
    await admin.outside.settle();
    expect(admin.outside.sent.map(({ to }) => to).sort()).toEqual([admin.email, second.email].sort());
    expect(admin.outside.sent[0]?.text).toContain(`/o/${admin.slug}/settings/closing`);
    await reopen();
    const acts = await owner.query("SELECT action FROM audit_log WHERE org_id = $1 ORDER BY seq", [
      admin.orgId,
    ]);
    expect(acts.rows.map(({ action }) => action)).toEqual(["organization.closing", "organization.reopened"]);
    await expect(reopen()).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("after 30 days", () => {
  const STAYING = ["audit_heads", "audit_log", "erasures"];
  let forgotten: PurgePlace[];
  let screens: string[];

  const purge = (maxBatches = 100, now = new Date()) =>
    purgeOrganizations({
      db,
      now,
      maxBatches,
      outside: {
        archive: admin.archive,
        forgetConnection: async (place) => void forgotten.push(place),
        closeScreens: async (orgId) => void screens.push(orgId),
      },
    });
  const passMonth = () =>
    owner.query("UPDATE organizations SET closes_at = now() - interval '1 second' WHERE id = $1", [
      admin.orgId,
    ]);

  beforeEach(async () => {
    [forgotten, screens] = [[], []];
    await owner.query("UPDATE organizations SET closes_at = NULL, state = 'active' WHERE state <> 'active'");
    await fillEveryTable(owner, admin);
  });

  test("[5.5] everything is gone from every table, store and inbox, and another organization is untouched", async () => {
    const other = await createMember(database);
    await fillEveryTable(owner, other);
    await admin.archive.put(`exports/${admin.orgId}/a/csv/customers.csv/000000`, new Uint8Array(1));
    await admin.archive.put(`imports/${admin.orgId}/a/part-00000-a`, new Uint8Array(1));
    const before = await snapshotOrg(owner, other.orgId);
    const connection = await owner.query("SELECT id FROM connections WHERE org_id = $1", [admin.orgId]);
    await close();
    await passMonth();
    expect(await purge()).toBeGreaterThan(20);
    const left = Object.entries(await snapshotOrg(owner, admin.orgId)).filter(([, rows]) => rows.length > 0);
    expect(left.map(([table]) => table)).toEqual(STAYING);
    expect((await owner.query("SELECT id FROM organizations WHERE id = $1", [admin.orgId])).rows).toEqual([]);
    expect(admin.archive.stored.size).toBe(0);
    expect(forgotten.map(({ connectionId }) => connectionId)).toContain(connection.rows[0].id);
    expect(screens).toEqual([admin.orgId]);
    expect(await snapshotOrg(owner, other.orgId)).toEqual(before);
    expect(await purge()).toBe(0);
  });

  test("[5.3] the audit log stays, holds nothing of what was changed, and its chain still verifies", async () => {
    await close();
    await passMonth();
    await purge();
    const client = await owner.connect();
    try {
      await client.query("SELECT set_config('app.org_id', $1, false)", [admin.orgId]);
      const verified = await client.query("SELECT audit_verify_page(0, 5000, '[]') AS page");
      expect(verified.rows[0].page).toMatchObject({ isEnd: true, broken: null });
      expect(verified.rows[0].page.checked).toBeGreaterThan(2);
      const last = await client.query(
        "SELECT action FROM audit_log WHERE org_id = $1 ORDER BY seq DESC LIMIT 1",
        [admin.orgId],
      );
      expect(last.rows).toEqual([{ action: "organization.purged" }]);
    } finally {
      await client.query("SELECT set_config('app.org_id', '', false)");
      client.release();
    }
  });

  test("it happens in bounded batches, and a run that was cut off is gone on with", async () => {
    await owner.query(
      "INSERT INTO customers (org_id, id, sort_name) SELECT $1, gen_random_uuid(), 'a' FROM generate_series(1, 4500)",
      [admin.orgId],
    );
    await close();
    await passMonth();
    expect(await purge(1)).toBe(2000);
    await expect(findClosing(admin.context("organization.view"))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await purge(1)).toBe(2000);
    await purge();
    expect(await stateOf()).toBeUndefined();
  });

  test("not a day earlier, whatever a clock says", async () => {
    await close();
    expect(await purge(100, new Date(Date.now() + 40 * DAY_MS))).toBe(0);
    expect(await stateOf()).toBe("closing");
  });
});

test("the purge takes nothing from an organization that was not closed", async () => {
  await owner.query(
    "UPDATE organizations SET state = 'closing', closes_at = now() + interval '1 day' WHERE id = $1",
    [admin.orgId],
  );
  const { rows } = await owner.query("SELECT purge_organization($1, 1000) AS answer", [admin.orgId]);
  expect(rows).toEqual([{ answer: 0 }]);
  expect(await stateOf()).toBe("closing");
});
