import { beforeEach, describe, expect, test } from "vitest";
import { createAccountsContext } from "../../../tests/factories/accounts-context";
import { createMember, TEST_KEYRING, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { sendDueMails } from "../notifications/send-due-mails.server";
import { tellAnnouncements } from "../notifications/tell-announcements.server";
import { acceptPolicy } from "./accept-policy.server";
import { announcePolicy } from "./announce-policy.server";
import type { PolicyVersion } from "./policy-versions";

const database = await createTestDatabase();
const ctx = createAccountsContext(database.url);
const { owner } = database;
const VERSIONS: readonly [PolicyVersion, PolicyVersion] = [
  { version: "2026-01-01", announcedOn: "2026-01-01", hash: "", changes: [] },
  { version: "2099-06-15", announcedOn: "2099-06-01", hash: "", changes: [] },
];
const ANNOUNCED = new Date("2099-06-02T00:00:00Z");

let member: TestMember;

beforeEach(async () => {
  await owner.query("TRUNCATE announcements, notifications");
  await owner.query("DELETE FROM organizations");
  await owner.query("DELETE FROM users");
  ctx.sent.length = 0;
  member = await createMember(database);
});

async function announceAndMail(now: Date) {
  await announcePolicy({ db: ctx.db, now }, VERSIONS);
  await tellAnnouncements({ db: ctx.db, maxBatches: 10 });
  const { appUrl, db } = ctx;
  await sendDueMails({ db, appUrl, keyring: TEST_KEYRING, mail: ctx.ports.mail, maxBatches: 10 });
}

describe("[11.1] a new version of the policy", () => {
  test("is told to every user by mail and in the app, once, before it is in force", async () => {
    const other = await createMember(database);
    await announceAndMail(new Date("2099-05-31T00:00:00Z"));
    expect(ctx.sent).toEqual([]);
    await announceAndMail(ANNOUNCED);
    await announceAndMail(ANNOUNCED);
    expect(ctx.sent.map(({ to }) => to).sort()).toEqual(
      [`${member.userId}@example.com`, `${other.userId}@example.com`].sort(),
    );
    expect(ctx.sent[0]?.subject).toContain("2099-06-15");
    const { rows } = await owner.query("SELECT DISTINCT kind, is_shown FROM notifications");
    expect(rows).toEqual([{ kind: "policy_news", is_shown: true }]);
  });

  test("is mailed even to whoever wants no news of it in the app", async () => {
    await owner.query("INSERT INTO notification_preferences (user_id, policy_in_app) VALUES ($1, false)", [
      member.userId,
    ]);
    await announceAndMail(ANNOUNCED);
    expect(ctx.sent).toHaveLength(1);
    const { rows } = await owner.query("SELECT is_shown FROM notifications");
    expect(rows).toEqual([{ is_shown: false }]);
  });

  test("is not told to somebody who accepted it already", async () => {
    await acceptPolicy(ctx, member.sessionId, "2099-06-15", VERSIONS);
    await announceAndMail(ANNOUNCED);
    expect(ctx.sent).toEqual([]);
  });

  test("is accepted with its time, and the acceptance of the one before stays known", async () => {
    await acceptPolicy(ctx, member.sessionId, "2099-06-15", VERSIONS);
    const { rows } = await owner.query(
      "SELECT version, accepted_at IS NOT NULL AS has_time FROM policy_acceptances WHERE user_id = $1 ORDER BY version DESC",
      [member.userId],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ version: "2099-06-15", has_time: true });
    const acts = await owner.query("SELECT action, facts FROM audit_log WHERE org_id = $1", [member.orgId]);
    expect(acts.rows).toEqual([{ action: "policy.accepted", facts: { version: "2099-06-15" } }]);
  });

  test("cannot be accepted by its former words, nor without a session", async () => {
    await expect(acceptPolicy(ctx, member.sessionId, "2026-01-01", VERSIONS)).rejects.toMatchObject({
      code: "conflict",
    });
    await owner.query("UPDATE sessions SET ended_at = now()");
    await expect(acceptPolicy(ctx, member.sessionId, "2099-06-15", VERSIONS)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});
