import { describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { OrgDb } from "~/db/org-db";
import { RequestBatch } from "~/db/request-batch";
import { createAccountsContext } from "../../../tests/factories/accounts-context";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { updatePreferences } from "../notifications/update-preferences.server";
import { ROLES, type Role } from "../organizations/permissions";
import { changeMemberRole } from "./change-member-role.server";
import { changeMemberState, leaveOrganization, type NewMemberState } from "./change-member-state.server";
import { getMember, listMembers } from "./members-queries.server";
import { transferOwnership } from "./transfer-ownership.server";

const database = await createTestDatabase();
const { owner } = database;

const manage = (member: TestMember) => member.context("members.manage");
const setRole = (by: TestMember, { userId }: { userId: string }, role: Role) =>
  changeMemberRole(manage(by), { userId, role });
const setState = (by: TestMember, { userId }: { userId: string }, state: NewMemberState) =>
  changeMemberState(manage(by), { userId, state });
const leave = (member: TestMember) => leaveOrganization(member.context("organization.view"));
const join = (organization: TestMember, role: Role = "viewer", name = "Mei") =>
  createMember(database, { organization, role, name });

async function stateOf({ orgId, userId }: TestMember): Promise<string> {
  const { rows } = await owner.query(
    "SELECT role || ' ' || state AS is FROM memberships WHERE org_id = $1 AND user_id = $2",
    [orgId, userId],
  );
  return rows[0].is;
}

async function actsOf({ orgId }: TestMember) {
  const { rows } = await owner.query(
    `SELECT action, actor_id AS by, subject_id AS on, facts, before, after
     FROM audit_log LEFT JOIN audit_values USING (org_id, seq) WHERE org_id = $1 ORDER BY seq`,
    [orgId],
  );
  return rows;
}

test("a member of another organization is not found", async () => {
  const [admin, stranger] = [await createMember(database), await createMember(database)];
  await expect(getMember(manage(admin), stranger)).rejects.toMatchObject({ code: "not_found" });
  expect((await getMember(manage(admin), admin)).member.id).toBe(admin.userId);
});

describe("a member's role", () => {
  test("[3.3a] counts from the next request on, upwards and downwards", async () => {
    const admin = await createMember(database);
    const member = await join(admin);
    const readAudit = () => member.context("audit.view").db.entry();
    await expect(readAudit()).rejects.toMatchObject({ code: "forbidden" });
    for (const role of ROLES) {
      await setRole(admin, member, role);
      expect(await member.context("organization.view").db.entry()).toMatchObject({ role });
    }
    await setRole(admin, member, "admin");
    await expect(readAudit()).resolves.toMatchObject({ role: "admin" });
  });

  test("[1.4d] is written down with who, whom, before and after; the same role writes nothing", async () => {
    const admin = await createMember(database);
    const member = await join(admin, "manager");
    await setRole(admin, member, "analyst");
    await setRole(admin, member, "analyst");
    expect(await actsOf(admin)).toEqual([
      {
        action: "member.role_changed",
        by: admin.userId,
        on: member.userId,
        facts: { from: "manager", to: "analyst" },
        before: { role: "manager" },
        after: { role: "analyst" },
      },
    ]);
  });

  test.each(["manager", "analyst", "member", "viewer"] as const)("is not a %s's to change", async (role) => {
    const admin = await createMember(database);
    const [self, other] = [await join(admin, role), await join(admin)];
    await expect(setRole(self, self, "admin")).rejects.toMatchObject({ code: "forbidden" });
    await expect(setState(self, other, "removed")).rejects.toMatchObject({ code: "forbidden" });
    expect([await stateOf(self), await stateOf(other)]).toEqual([`${role} active`, "viewer active"]);
  });

  test("in another organization is out of reach", async () => {
    const [admin, stranger] = [await createMember(database), await createMember(database)];
    const member = await join(stranger);
    await expect(setRole(admin, member, "admin")).rejects.toMatchObject({ code: "not_found" });
    await expect(setState(admin, member, "removed")).rejects.toMatchObject({ code: "not_found" });
    await expect(setRole(admin, { userId: "nobody" }, "admin")).rejects.toMatchObject({ code: "not_found" });
    expect(await stateOf(member)).toBe("viewer active");
  });
});

describe("a member's access", () => {
  test("[2.2a] ends at the next request with a suspension, and comes back with its end", async () => {
    const admin = await createMember(database);
    const member = await join(admin, "manager");
    await setState(admin, member, "suspended");
    await expect(member.context("customers.view").db.entry()).rejects.toMatchObject({ code: "not_found" });
    await setState(admin, member, "active");
    expect(await member.context("customers.view").db.entry()).toMatchObject({ role: "manager" });
    expect((await actsOf(admin)).map(({ action }) => action)).toEqual([
      "member.suspended",
      "member.reinstated",
    ]);
  });

  test("[2.2a] ends here only when they are removed: the session stays, its screens of here close", async () => {
    const admin = await createMember(database);
    const member = await join(admin);
    const other = await createMember(database);
    await owner.query("INSERT INTO memberships (org_id, user_id, role) VALUES ($1, $2, 'viewer')", [
      other.orgId,
      member.userId,
    ]);
    await setState(admin, member, "removed");
    await admin.outside.settle();
    expect(admin.outside.closed).toEqual([member.sessionId]);
    await expect(member.context("customers.view").db.entry()).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = member.context("customers.view", {
      db: new OrgDb(new RequestBatch(openHttp(database.url), member.sessionId, other.slug), "customers.view"),
    });
    await expect(elsewhere.db.entry()).resolves.toMatchObject({ role: "viewer" });
    await expect(setState(admin, member, "active")).rejects.toMatchObject({ code: "not_found" });
  });

  test("is given up by leaving, which every role may", async () => {
    const admin = await createMember(database);
    for (const role of ROLES) {
      const member = await join(admin, role);
      await leave(member);
      expect(await stateOf(member)).toBe(`${role} removed`);
      await member.outside.settle();
      expect(member.outside.closed).toEqual([member.sessionId]);
    }
    expect((await listMembers(admin.context("members.view"))).map(({ id }) => id)).toEqual([admin.userId]);
    expect(new Set((await actsOf(admin)).map(({ action }) => action))).toEqual(new Set(["member.left"]));
  });

  test("is not taken from oneself by the means for others", async () => {
    const admin = await createMember(database);
    const second = await join(admin, "admin");
    await expect(setState(second, second, "suspended")).rejects.toMatchObject({
      messageKey: "errors:members.own",
    });
  });

  test("is decided by whoever is still an Admin when their turn comes", async () => {
    const admin = await createMember(database);
    const [first, second] = [await join(admin, "admin"), await join(admin, "admin")];
    const got = await Promise.allSettled([
      setRole(first, second, "viewer"),
      setRole(second, first, "viewer"),
    ]);
    expect(got.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([await stateOf(first), await stateOf(second)].sort()).toEqual(["admin active", "viewer active"]);
  });
});

describe("the last Admin", () => {
  test("[3.3a] stays, whatever is tried", async () => {
    const admin = await createMember(database);
    const { userId } = admin;
    const refused = { code: "conflict", messageKey: "errors:members.lastAdmin" };
    await expect(setRole(admin, admin, "viewer")).rejects.toMatchObject(refused);
    await expect(leave(admin)).rejects.toMatchObject(refused);
    for (const statement of [
      "UPDATE memberships SET role = 'manager' WHERE user_id = $1",
      "UPDATE memberships SET state = 'suspended' WHERE user_id = $1",
      "UPDATE memberships SET state = 'removed' WHERE user_id = $1",
      "DELETE FROM memberships WHERE user_id = $1",
    ]) {
      await expect(owner.query(statement, [userId])).rejects.toMatchObject({ code: "OR4LA" });
    }
    await expect(owner.query("DELETE FROM users WHERE id = $1", [userId])).rejects.toThrow();
    expect(await stateOf(admin)).toBe("admin active");
    expect(await actsOf(admin)).toEqual([]);
  });

  test("[3.3a] stays when fifty Admins leave at once: forty-nine go", async () => {
    const admin = await createMember(database);
    const others = await Promise.all(Array.from({ length: 49 }, () => join(admin, "admin")));
    // Without an owner, so that only the count of Admins holds anybody back.
    await owner.query("UPDATE organizations SET owner_id = NULL WHERE id = $1", [admin.orgId]);
    const got = await Promise.allSettled([admin, ...others].map(leave));
    const refused = got.filter((one) => one.status === "rejected").map(({ reason }) => reason.messageKey);
    expect(refused).toEqual(["errors:members.lastAdmin"]);
    const { rows } = await owner.query(
      "SELECT count(*)::int AS n FROM memberships WHERE org_id = $1 AND role = 'admin' AND state = 'active'",
      [admin.orgId],
    );
    expect(rows).toEqual([{ n: 1 }]);
  });

  test("[3.3a] stays when fifty acts of every kind come at once", async () => {
    const admin = await createMember(database);
    const others = await Promise.all(Array.from({ length: 9 }, () => join(admin, "admin")));
    await owner.query("UPDATE organizations SET owner_id = NULL WHERE id = $1", [admin.orgId]);
    const everybody = [admin, ...others];
    const next = (i: number) => everybody[(i + 1) % everybody.length] ?? admin;
    const got = await Promise.allSettled(
      everybody.flatMap((one, i) => [
        setRole(one, next(i), "viewer"),
        setRole(one, one, "manager"),
        setState(one, next(i), "suspended"),
        setState(one, next(i), "removed"),
        leave(one),
      ]),
    );
    expect(got).toHaveLength(50);
    const { rows } = await owner.query(
      "SELECT count(*)::int AS n FROM memberships WHERE org_id = $1 AND role = 'admin' AND state = 'active'",
      [admin.orgId],
    );
    expect(rows[0].n).toBeGreaterThan(0);
  });

  test("goes with an organization that is deleted as a whole", async () => {
    const admin = await createMember(database);
    await owner.query("DELETE FROM organizations WHERE id = $1", [admin.orgId]);
    const { rows } = await owner.query("SELECT FROM memberships WHERE org_id = $1", [admin.orgId]);
    expect(rows).toEqual([]);
  });
});

describe("the owner", () => {
  const ownerOf = async (member: TestMember) =>
    (await listMembers(member.context("members.view"))).find(({ isOwner }) => isOwner)?.id;

  test("is the first Admin, and stays an Admin until the ownership is transferred", async () => {
    const first = await createMember(database);
    const second = await join(first, "admin");
    expect(await ownerOf(first)).toBe(first.userId);
    const refused = { code: "conflict", messageKey: "errors:members.owner" };
    await expect(setRole(second, first, "member")).rejects.toMatchObject(refused);
    await expect(setState(second, first, "suspended")).rejects.toMatchObject(refused);
    await expect(setState(second, first, "removed")).rejects.toMatchObject(refused);
    await expect(leave(first)).rejects.toMatchObject(refused);
    await transferOwnership(manage(first), { userId: second.userId });
    expect(await ownerOf(first)).toBe(second.userId);
    await leave(first);
    expect((await actsOf(second))[0]).toMatchObject({
      action: "organization.transferred",
      by: first.userId,
      on: second.userId,
      before: { ownerId: first.userId },
      after: { ownerId: second.userId },
    });
  });

  test("alone transfers the organization, to another active Admin of it only", async () => {
    const first = await createMember(database);
    const second = await join(first, "admin");
    const [manager, suspended] = [await join(first, "manager"), await join(first, "admin")];
    const stranger = await createMember(database);
    await setState(first, suspended, "suspended");
    const notAdmin = { code: "conflict", messageKey: "errors:members.notAdmin" };
    await expect(transferOwnership(manage(first), stranger)).rejects.toMatchObject({ code: "not_found" });
    for (const { userId } of [manager, suspended, first]) {
      await expect(transferOwnership(manage(first), { userId })).rejects.toMatchObject(notAdmin);
    }
    await expect(transferOwnership(manage(second), { userId: second.userId })).rejects.toMatchObject({
      messageKey: "errors:members.notOwner",
    });
    expect(await ownerOf(first)).toBe(first.userId);
  });

  test("proves first that it is them, when the log-in was more than ten minutes ago", async () => {
    const first = await createMember(database);
    const second = await join(first, "admin");
    await owner.query("UPDATE sessions SET created_at = now() - interval '11 minutes' WHERE id = $1", [
      first.sessionId,
    ]);
    const transfer = transferOwnership(manage(first), { userId: second.userId });
    await expect(transfer).rejects.toMatchObject({ messageKey: "errors:confirmFirst" });
    expect(await ownerOf(first)).toBe(first.userId);
  });

  test("is one, when fifty transfers come at once", async () => {
    const first = await createMember(database);
    const second = await join(first, "admin");
    const got = await Promise.allSettled(
      Array.from({ length: 50 }, () => transferOwnership(manage(first), { userId: second.userId })),
    );
    expect(got.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await actsOf(first)).toHaveLength(1);
  });
});

describe("[2.3a] a member is told, in the app and by mail,", () => {
  const newsOf = async ({ userId }: { userId: string }) =>
    (
      await owner.query(
        `SELECT kind, category, facts, is_shown, mail_state FROM notifications WHERE user_id = $1 ORDER BY created_at, kind`,
        [userId],
      )
    ).rows;
  const news = (kind: string, organization: string, facts = {}) => ({
    kind,
    category: "security",
    facts: { ...facts, organization },
    is_shown: true,
    mail_state: "due",
  });
  const nameOf = async ({ orgId }: TestMember): Promise<string> =>
    (await owner.query("SELECT name FROM organizations WHERE id = $1", [orgId])).rows[0].name;

  test("of another role, a suspension, its end and a removal; nobody else is, and repeating tells nothing", async () => {
    const admin = await createMember(database);
    const [member, bystander] = [await join(admin, "manager"), await join(admin)];
    const name = await nameOf(admin);
    const none = { productMail: false, productInApp: false, policyInApp: false };
    await updatePreferences(createAccountsContext(database.url), member.sessionId, none);
    await setRole(admin, member, "analyst");
    await setRole(admin, member, "analyst");
    await setState(admin, member, "suspended");
    await setState(admin, member, "active");
    await setState(admin, member, "removed");
    expect(await newsOf(member)).toEqual([
      news("member_role_changed", name, { from: "manager", to: "analyst" }),
      news("member_suspended", name, { role: "analyst" }),
      news("member_reinstated", name, { role: "analyst" }),
      news("member_removed", name, { role: "analyst" }),
    ]);
    expect([await newsOf(admin), await newsOf(bystander)]).toEqual([[], []]);
  });

  test("of an ownership that passes on, on both sides", async () => {
    const first = await createMember(database);
    const second = await join(first, "admin");
    const name = await nameOf(first);
    await transferOwnership(manage(first), { userId: second.userId });
    expect(await newsOf(first)).toEqual([news("ownership_given", name)]);
    expect(await newsOf(second)).toEqual([news("ownership_received", name)]);
  });

  test("of nothing that they did themselves or that was refused", async () => {
    const admin = await createMember(database);
    const [second, member] = [await join(admin, "admin"), await join(admin)];
    await setRole(second, second, "viewer");
    await leave(second);
    await expect(setState(member, admin, "removed")).rejects.toMatchObject({ code: "forbidden" });
    await expect(setState(admin, admin, "suspended")).rejects.toMatchObject({ code: "conflict" });
    expect([await newsOf(second), await newsOf(admin)]).toEqual([[], []]);
  });
});

test("the app's role writes no membership but through the functions", async () => {
  const admin = await createMember(database);
  const { db } = manage(admin);
  for (const statement of [
    "insert into memberships (user_id, role) select user_id, 'admin' from memberships",
    "update memberships set role = 'viewer'",
    "delete from memberships",
    "update organizations set owner_id = null",
    "select token_hash from invitations",
  ]) {
    await expect(db.write([db.orm.execute(statement)])).rejects.toThrow();
  }
});

test("who was removed gets no new role", async () => {
  const admin = await createMember(database);
  const member = await join(admin);
  await setState(admin, member, "removed");
  await expect(setRole(admin, member, "admin")).rejects.toMatchObject({ code: "not_found" });
  expect(await stateOf(member)).toBe("viewer removed");
});
