import { describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createMember, type TestMember, type TestMemberOptions } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { csvLines } from "../exports/csv-file.server";
import { isAccountClosing } from "../organizations/closing-queries.server";
import { getAccountClosing } from "./account-closing-queries.server";
import { getAccountData } from "./account-data.server";
import { ACCOUNT_DATA_HEADER, accountDataLines } from "./account-data-file";
import { closeAccount } from "./close-account.server";
import { POLICY_VERSION } from "./privacy-policy";
import { purgeClosedAccounts } from "./purge-closed-accounts.server";
import { reopenAccount } from "./reopen-account.server";

const database = await createTestDatabase();
const { owner } = database;
const db = openHttp(database.url);

const join = (options: TestMemberOptions = {}) => createMember(database, options);
const close = (member: TestMember) => closeAccount(member.outside, member.sessionId);
const stateOf = async (orgId: string) =>
  (await owner.query("SELECT state FROM organizations WHERE id = $1", [orgId])).rows[0]?.state;
const purge = () => purgeClosedAccounts({ db, now: new Date(), maxBatches: 5 });
const passMonth = ({ userId }: TestMember) =>
  owner.query("UPDATE users SET closes_at = now() - interval '1 second' WHERE id = $1", [userId]);

/** A new session, as a log-in makes it. */
async function logInAgain(member: TestMember): Promise<void> {
  await owner.query("UPDATE sessions SET ended_at = NULL WHERE id = $1", [member.sessionId]);
}

describe("an account that is closed", () => {
  test("[6.5] ends its sessions, takes its own organization along, and is told by mail", async () => {
    const member = await join();
    await createConnectedShop((text, values) => owner.query(text, values), { orgId: member.orgId });
    await close(member);
    await member.outside.settle();
    expect(member.outside.closed).toEqual([member.sessionId]);
    expect(member.outside.sent.map(({ to }) => to)).toEqual([member.email]);
    expect(await stateOf(member.orgId)).toBe("closing");
    const pushes = await owner.query("SELECT state FROM list_inbox_configs(100) WHERE org_id = $1", [
      member.orgId,
    ]);
    expect(pushes.rows).toEqual([{ state: "paused" }]);
    await expect(close(member)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("can be reopened for 30 days by logging in, with its organization", async () => {
    const member = await join();
    await close(member);
    await logInAgain(member);
    expect(await isAccountClosing(member.context("organization.view"))).toBe(true);
    const { closesAt } = await getAccountClosing(member.outside, member.sessionId);
    expect(Math.round(((closesAt?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(30);
    await reopenAccount(member.outside, member.sessionId);
    expect(await isAccountClosing(member.context("organization.view"))).toBe(false);
    expect(await stateOf(member.orgId)).toBe("active");
    await expect(reopenAccount(member.outside, member.sessionId)).rejects.toMatchObject({ code: "conflict" });
  });

  test("is refused while others would be left without their owner or last Admin", async () => {
    const admin = await join();
    const viewer = await join({ organization: admin, role: "viewer" });
    await expect(close(admin)).rejects.toMatchObject({
      messageKey: "errors:accounts.lastAdmin",
      values: { organizations: "Kedai" },
    });
    await join({ organization: admin, role: "admin" });
    await expect(close(admin)).rejects.toMatchObject({ messageKey: "errors:accounts.lastAdmin" });
    await close(viewer);
    expect(await stateOf(admin.orgId)).toBe("active");
  });
});

describe("30 days later", () => {
  test("[5.5] the account is deleted with all that hangs on it; its acts stay without a name", async () => {
    const admin = await join();
    const leaver = await join({ organization: admin, role: "viewer", name: "Canary Leaver" });
    await owner.query(
      `SELECT set_config('app.org_id', $1, false), audit_append(gen_random_uuid(), now(), 'user', $2, 'profile.updated',
         'user', $2, NULL, '{}', '{"name": "Canary"}', NULL), set_config('app.org_id', '', false)`,
      [admin.orgId, leaver.userId],
    );
    await close(leaver);
    expect(await purge()).toBe(0);
    await passMonth(leaver);
    expect(await purge()).toBe(1);
    for (const [table, column] of [
      ["users", "id"],
      ["sessions", "user_id"],
      ["memberships", "user_id"],
    ]) {
      const left = await owner.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [leaver.userId]);
      expect([table, left.rowCount]).toEqual([table, 0]);
    }
    const values = await owner.query("SELECT before FROM audit_values WHERE org_id = $1", [admin.orgId]);
    expect(JSON.stringify(values.rows)).not.toContain("Canary");
    const acts = await owner.query("SELECT action FROM audit_log WHERE org_id = $1 ORDER BY seq", [
      admin.orgId,
    ]);
    expect(acts.rows.map(({ action }) => action)).toEqual([
      "profile.updated",
      "account.closing",
      "account.erased",
    ]);
    const register = await owner.query("SELECT kind, counts FROM erasures WHERE org_id = $1", [admin.orgId]);
    expect(register.rows).toEqual([{ kind: "account", counts: { acts: 1 } }]);
    expect(await stateOf(admin.orgId)).toBe("active");
  });

  test("an account whose organization is still there waits for it", async () => {
    const member = await join();
    await close(member);
    await passMonth(member);
    expect(await purge()).toBe(0);
    await owner.query("DELETE FROM organizations WHERE id = $1", [member.orgId]);
    expect(await purge()).toBe(1);
  });
});

test("[6.1] [6.2a] a user sees and takes along everything kept of them, and nothing of others", async () => {
  const member = await join({ name: "Aina" });
  await join({ organization: member, name: "Somebody else" });
  const data = await getAccountData(member.context("organization.view"));
  expect(data.profile).toMatchObject({ email: member.email, name: "Aina" });
  expect(data.organizations).toMatchObject([{ name: "Kedai", role: "admin", acts: 0 }]);
  expect(data.sessions).toHaveLength(1);
  expect(data.policies).toMatchObject([{ version: POLICY_VERSION }]);
  const text = csvLines([ACCOUNT_DATA_HEADER, ...accountDataLines(data)]);
  expect(text).toContain(`profile,1,email,${member.email}`);
  expect(text + JSON.stringify(data)).not.toMatch(/Somebody|password/i);
});
