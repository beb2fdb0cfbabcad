import { describe, expect, test } from "vitest";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { createConnection } from "../connections/create-connection.server";
import { renameConnection } from "../connections/rename-connection.server";
import { listActs } from "./audit-queries.server";

const database = await createTestDatabase();

const audit = (member: TestMember) => member.context("audit.view");
const manage = (member: TestMember) => member.context("connections.manage");
const connect = (member: TestMember, name: string) =>
  createConnection(manage(member), { platform: "woocommerce", name, shopAddress: null });

describe("the audit log", () => {
  test("[1.4d] says who did what on what, when and from where", async () => {
    const member = await createMember(database, { name: "Aina" });
    const { connectionId } = await connect(member, "Kedai");
    const { acts } = await listActs(audit(member), { before: null });
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
    const first = await listActs(audit(member), { before: null });
    const second = await listActs(audit(member), { before: first.next });
    expect([...first.acts, ...second.acts].map((act) => act.seq)).toEqual(
      Array.from({ length: 60 }, (_, i) => 60 - i),
    );
    expect(second.next).toBeNull();
  });

  test("[2.2c] is the Admin's to read, of the own organization only", async () => {
    const member = await createMember(database);
    await connect(member, "Kedai");
    const manager = await createMember(database, { organization: member, role: "manager" });
    await expect(listActs(audit(manager), { before: null })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await createMember(database);
    expect((await listActs(audit(stranger), { before: null })).acts).toEqual([]);
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
    expect((await listActs(audit(member), { before: null })).acts).toHaveLength(1);
  });
});
