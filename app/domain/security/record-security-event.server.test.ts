import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { recordSecurityEvent } from "./record-security-event.server";
import { type SecurityEvent, securityEvent } from "./security-event";

const database = await createTestDatabase();
const NOON = new Date("2026-03-02T12:05:00Z");
const record = (event: SecurityEvent, at = NOON) =>
  recordSecurityEvent({ db: openHttp(database.url), newId: uuidv7, now: () => at }, event);

const failedLogIn = (member: TestMember, ip = "203.0.113.9"): SecurityEvent => ({
  kind: "login_failed",
  userId: member.userId,
  key: ip,
  visit: { ip, userAgent: "Test browser", city: "Ipoh", country: "MY" },
});

async function rows(statement: string, ...values: unknown[]) {
  return (await database.owner.query(statement, values)).rows;
}
const eventsOf = ({ orgId }: TestMember) =>
  rows("SELECT kind, user_id, ip, count FROM security_events WHERE org_id = $1 ORDER BY subject_key", orgId);
const alertsOf = ({ orgId }: TestMember) =>
  rows("SELECT kind, user_id, facts FROM security_alerts WHERE org_id = $1", orgId);

describe("a sign of abuse", () => {
  test("[2.2b] about a user is kept in every organization of theirs, and in no other", async () => {
    const [first, second, stranger] = [
      await createMember(database),
      await createMember(database),
      await createMember(database),
    ];
    await database.owner.query("INSERT INTO memberships (org_id, user_id, role) VALUES ($1, $2, 'viewer')", [
      second.orgId,
      first.userId,
    ]);
    await record(failedLogIn(first));
    const kept = [{ kind: "login_failed", user_id: first.userId, ip: "203.0.113.9", count: 1 }];
    expect([await eventsOf(first), await eventsOf(second)]).toEqual([kept, kept]);
    expect(await eventsOf(stranger)).toEqual([]);
  });

  test("that repeats within the hour is counted, and is one act in the audit log", async () => {
    const member = await createMember(database);
    for (let i = 0; i < 3; i++) await record(failedLogIn(member));
    await record(failedLogIn(member), new Date("2026-03-02T13:01:00Z"));
    expect((await eventsOf(member)).map((event) => event.count).sort()).toEqual([1, 3]);
    expect(
      await rows(
        "SELECT actor_kind, actor_id, action, subject_id, ip FROM audit_log WHERE org_id = $1",
        member.orgId,
      ),
    ).toEqual(
      Array.from({ length: 2 }, () => ({
        actor_kind: "visitor",
        actor_id: null,
        action: "session.refused",
        subject_id: member.userId,
        ip: "203.0.113.9",
      })),
    );
  });

  test("from ever new addresses fills no table", async () => {
    const member = await createMember(database);
    for (let i = 0; i < 30; i++) await record(failedLogIn(member, `198.51.100.${i}`));
    const kept = await eventsOf(member);
    expect(kept).toHaveLength(21);
    expect(kept.reduce((sum, event) => sum + event.count, 0)).toBe(30);
  });

  test("in an organization's batch belongs to that organization", async () => {
    const member = await createMember(database);
    const { db } = member.context("dashboard.view");
    const clock = { now: () => NOON, newId: uuidv7 };
    await db.write([
      db.orm.execute(
        securityEvent(clock, { kind: "exported", userId: member.userId, visit: { ip: "203.0.113.7" } }),
      ),
    ]);
    expect(await eventsOf(member)).toMatchObject([{ kind: "exported", user_id: member.userId }]);
  });

  test("that belongs to nobody is kept for operators", async () => {
    await record({ kind: "login_failed", userId: null, key: "203.0.113.77", visit: { ip: "203.0.113.77" } });
    await record({ kind: "login_failed", userId: null, key: "203.0.113.77", visit: { ip: "203.0.113.77" } });
    expect(await rows("SELECT kind, ip, count FROM abuse_signs")).toEqual([
      { kind: "login_failed", ip: "203.0.113.77", count: 2 },
    ]);
  });
});

describe("a mail to the Admins is due", () => {
  test("after ten failed log-ins of one member within an hour, once a day", async () => {
    const member = await createMember(database);
    for (let i = 0; i < 9; i++) await record(failedLogIn(member, `198.51.100.${i % 3}`));
    expect(await alertsOf(member)).toEqual([]);
    for (let i = 0; i < 5; i++) await record(failedLogIn(member));
    expect(await alertsOf(member)).toEqual([
      { kind: "login_failed", user_id: member.userId, facts: { count: 10 } },
    ]);
  });

  test("when everything was exported, but not for one list", async () => {
    const member = await createMember(database);
    const exported = { userId: member.userId, orgId: member.orgId, visit: { ip: null } };
    await record({ kind: "exported", ...exported });
    expect(await alertsOf(member)).toEqual([]);
    await record({ kind: "everything_exported", ...exported });
    expect(await alertsOf(member)).toMatchObject([{ kind: "everything_exported" }]);
  });
});

test("[5.4] signs are deleted after 90 days, and not sooner", async () => {
  const member = await createMember(database);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await record(failedLogIn(member), daysAgo(91));
  await record(failedLogIn(member), daysAgo(89));
  await database.owner.query("SELECT purge_security_events(now() + interval '1 year', 100)");
  expect(await eventsOf(member)).toHaveLength(1);
});
