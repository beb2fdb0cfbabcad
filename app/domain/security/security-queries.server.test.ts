import { describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { createConnection } from "../connections/create-connection.server";
import { recordRefusals } from "../connections/sweep-connections.server";
import { securityEvent } from "./security-event";
import { getFactorCoverage, listSecurityEvents } from "./security-queries.server";

const database = await createTestDatabase();
const watch = (member: TestMember) => member.context("security.view");

async function record(member: TestMember, kind: "exported" | "login_failed", daysAgo = 0) {
  const ctx = member.context("dashboard.view");
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  const event = { kind, userId: member.userId, key: "x", visit: { ip: "203.0.113.7", city: "Ipoh" } };
  await ctx.db.write([ctx.db.orm.execute(securityEvent({ ...ctx, now: () => at }, event))]);
}

describe("[2.2b] an Admin sees the signs of abuse", () => {
  test("of the last 30 days, newest first, with names", async () => {
    const member = await createMember(database, { name: "Aina" });
    await record(member, "login_failed", 31);
    await record(member, "login_failed", 29);
    await record(member, "exported");
    const { events } = await listSecurityEvents(watch(member), {});
    expect(events.map(({ kind, userName, city }) => [kind, userName, city])).toEqual([
      ["exported", "Aina", "Ipoh"],
      ["login_failed", "Aina", "Ipoh"],
    ]);
  });

  test("of one kind, or about one member", async () => {
    const member = await createMember(database);
    const other = await createMember(database, { organization: member });
    await record(member, "exported");
    await record(other, "login_failed");
    const kinds = async (params: Parameters<typeof listSecurityEvents>[1]) =>
      (await listSecurityEvents(watch(member), params)).events.map((event) => event.kind);
    expect(await kinds({ kind: "exported" })).toEqual(["exported"]);
    expect(await kinds({ user: other.userId })).toEqual(["login_failed"]);
  });

  test("nobody else does, and not another organization's", async () => {
    const manager = await createMember(database, { role: "manager" });
    await record(manager, "exported");
    await expect(listSecurityEvents(watch(manager), {})).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await createMember(database);
    expect((await listSecurityEvents(watch(stranger), {})).events).toEqual([]);
  });

  test("and who has no second factor", async () => {
    const member = await createMember(database, { name: "Aina" });
    expect(await getFactorCoverage(watch(member))).toEqual({
      members: 1,
      without: [{ id: member.userId, name: "Aina", role: "admin" }],
    });
    await database.owner.query(
      "INSERT INTO totp_factors (user_id, id, sealed, confirmed_at) VALUES ($1, gen_random_uuid(), 'x', now())",
      [member.userId],
    );
    expect((await getFactorCoverage(watch(member))).without).toEqual([]);
  });
});

describe("a flood of wrong signatures", () => {
  const MINUTES = Array.from({ length: 5 }, (_, i) => `2026-03-02T12:0${i}:00.000Z`);

  async function refuse(count: number) {
    const member = await createMember(database);
    const { connectionId } = await createConnection(member.context("connections.manage"), {
      platform: "woocommerce",
      name: "Kedai",
      shopAddress: null,
    });
    const tallies = MINUTES.map((minute) => ({
      orgId: member.orgId,
      connectionId,
      minute,
      reason: "bad_signature",
      count,
    }));
    for (let i = 0; i < 2; i++) await recordRefusals(openHttp(database.url), tallies);
    const rows = async (statement: string) => (await database.owner.query(statement, [member.orgId])).rows;
    return {
      events: await rows("SELECT kind, count, facts FROM security_events WHERE org_id = $1"),
      told: await rows("SELECT kind, category, mail_state FROM notifications WHERE about_org_id = $1"),
      connectionId,
    };
  }

  test("is a sign once it is a hundred within an hour, told to the Admins once", async () => {
    const { events, told, connectionId } = await refuse(20);
    expect(events).toEqual([{ kind: "signature_flood", count: 1, facts: { connectionId, count: 100 } }]);
    expect(told).toEqual([{ kind: "grave_signature_flood", category: "security", mail_state: "due" }]);
  });

  test("is none below", async () => {
    expect((await refuse(19)).events).toEqual([]);
  });
});

test("[1.4c] a log-in's act says with which browser", async () => {
  const member = await createMember(database);
  await database.owner.query("UPDATE sessions SET user_agent = 'Test browser' WHERE id = $1", [
    member.sessionId,
  ]);
  await database.owner.query("SELECT account_audit($1, 'profile.updated', NULL, '{}', $2)", [
    member.userId,
    member.sessionId,
  ]);
  const { rows } = await database.owner.query("SELECT device FROM audit_log WHERE org_id = $1", [
    member.orgId,
  ]);
  expect(rows).toEqual([{ device: "Test browser" }]);
});
