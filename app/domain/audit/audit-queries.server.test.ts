import { describe, expect, test } from "vitest";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { createConnection } from "../connections/create-connection.server";
import { renameConnection } from "../connections/rename-connection.server";
import { type ActFilters, NO_ACT_FILTERS } from "./act-filters";
import type { ActPosition } from "./act-filters.schema";
import { listActs } from "./audit-queries.server";

const database = await createTestDatabase();

const audit = (member: TestMember) => member.context("audit.view");
const START: ActPosition = { before: null, after: null };
const list = (member: TestMember, filters: Partial<ActFilters> = {}, position = START) =>
  listActs(audit(member), { ...NO_ACT_FILTERS, ...filters }, position);
const manage = (member: TestMember) => member.context("connections.manage");
const connect = (member: TestMember, name: string) =>
  createConnection(manage(member), { platform: "woocommerce", name, shopAddress: null });

describe("the audit log", () => {
  test("[1.4d] says who did what on what, when and from where", async () => {
    const member = await createMember(database, { name: "Aina" });
    const { connectionId } = await connect(member, "Kedai");
    const { acts } = await list(member);
    expect(acts).toHaveLength(1);
    expect(acts[0]).toMatchObject({
      seq: 1,
      action: "connection.created",
      actorKind: "user",
      actorName: "Aina",
      subjectId: connectionId,
      subjectName: "Kedai",
      ip: "203.0.113.7",
      facts: { platform: "woocommerce" },
    });
  });

  test("pages from the newest to the first", async () => {
    const member = await createMember(database);
    const { connectionId } = await connect(member, "Kedai");
    for (let i = 0; i < 59; i += 1) {
      await renameConnection(manage(member), { connectionId, name: `Name ${i}` });
    }
    const first = await list(member);
    expect(first.newer).toBeNull();
    const second = await list(member, {}, { before: first.older, after: null });
    expect([...first.acts, ...second.acts].map((act) => act.seq)).toEqual(
      Array.from({ length: 60 }, (_, i) => 60 - i),
    );
    expect(second.older).toBeNull();
    const back = await list(member, {}, { before: null, after: second.newer });
    expect(back.acts).toEqual(first.acts);
    expect([back.newer, back.older]).toEqual([null, first.older]);
  });

  test("shows what an act changed, and says when that was erased", async () => {
    const member = await createMember(database);
    const { connectionId } = await connect(member, "Kedai");
    await renameConnection(manage(member), { connectionId, name: "Kedai Baru" });
    const changes = [{ field: "name", before: "Kedai", after: "Kedai Baru" }];
    expect((await list(member)).acts[0]).toMatchObject({ changes, isErased: false });
    await database.owner.query("DELETE FROM audit_values WHERE org_id = $1", [member.orgId]);
    expect((await list(member)).acts[0]).toMatchObject({ changes: [], isErased: true });
  });

  describe("is narrowed", async () => {
    const aina = await createMember(database, { timeZone: "Asia/Kuala_Lumpur" });
    const borhan = await createMember(database, { organization: aina });
    // 23:30 and 00:30 in Kuala Lumpur.
    const late = { now: () => new Date("2026-03-02T15:30:00Z") };
    const early = { now: () => new Date("2026-03-02T16:30:00Z") };
    const { connectionId } = await createConnection(aina.context("connections.manage", late), {
      platform: "woocommerce",
      name: "Kedai",
      shopAddress: null,
    });
    await renameConnection(borhan.context("connections.manage", early), { connectionId, name: "Baru" });
    await database.owner.query(
      `SELECT set_config('app.org_id', '${aina.orgId}', true);
       SELECT audit_append(gen_random_uuid(), '2026-03-10T00:00:00Z', 'job', 'purge-trash', 'trash.purged',
         'organization', NULL, NULL, '{}', NULL, NULL)`,
    );

    const cases: [string, Partial<ActFilters>, number[]][] = [
      ["to a person", { actor: borhan.userId }, [2]],
      ["to who is no member", { actor: "job" }, [3]],
      ["to a group of acts", { group: "shops" }, [2, 1]],
      ["to what was acted on", { subject: connectionId }, [2, 1]],
      ["to an address", { ip: "203.0.113.7" }, [2, 1]],
      ["to another address", { ip: "198.51.100.1" }, []],
      ["to days of the organization's zone", { from: "2026-03-02", to: "2026-03-02" }, [1]],
      ["to days since", { from: "2026-03-03", to: "2026-03-03" }, [2]],
      ["by several at once", { group: "shops", actor: aina.userId }, [1]],
    ];

    test.each(cases)("%s", async (_words, filters, expected) => {
      expect((await list(aina, filters)).acts.map((act) => act.seq)).toEqual(expected);
    });
  });

  test("[2.2c] is the Admin's to read, of the own organization only", async () => {
    const member = await createMember(database);
    await connect(member, "Kedai");
    const manager = await createMember(database, { organization: member, role: "manager" });
    await expect(list(manager)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await createMember(database);
    expect((await list(stranger)).acts).toEqual([]);
  });

  test("[5.3] is kept for ever: neither the app nor the owner changes or removes an act", async () => {
    const member = await createMember(database);
    await connect(member, "Kedai");
    const { db } = audit(member);
    for (const statement of ["delete from audit_log", "update audit_log set action = 'x'"]) {
      await expect(db.orm.execute(statement)).rejects.toThrow();
      await expect(database.owner.query(statement)).rejects.toThrow("append-only");
    }
    await expect(database.owner.query("truncate audit_log")).rejects.toThrow("append-only");
    expect((await list(member)).acts).toHaveLength(1);
  });
});
