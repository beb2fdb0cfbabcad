import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  createAccountsContext,
  signUpAndVerify,
  signUpInput,
} from "../../../tests/factories/accounts-context";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { hashEmailToken } from "../accounts/email-token.server";
import { logIn } from "../accounts/log-in.server";
import { POLICY_VERSION } from "../accounts/privacy-policy";
import type { Role } from "../organizations/permissions";
import { acceptInvitation } from "./accept-invitation.server";
import { changeMemberState } from "./change-member-state.server";
import { findInvitation } from "./find-invitation.server";
import { inviteMember } from "./invite-member.server";
import { listInvitations, listMembers } from "./members-queries.server";
import { resendInvitation } from "./resend-invitation.server";
import { revokeInvitation } from "./revoke-invitation.server";
import { signUpInvited } from "./sign-up-invited.server";

const database = await createTestDatabase();
const { owner } = database;

const manage = (member: TestMember) => member.context("members.manage");
const visitor = () => createAccountsContext(database.url);
const newEmail = () => `${randomUUID()}@kedai.my`;
const open = async (admin: TestMember) => listInvitations(manage(admin));
const PERSON = {
  name: "Mei Ling",
  password: "teh tarik kurang manis",
  isAdult: true as const,
  acceptsPolicy: true as const,
  policyVersion: POLICY_VERSION,
};

/** The token in the last invitation that was mailed to an email. */
async function tokenFor({ outside }: TestMember, email: string): Promise<string> {
  await outside.settle();
  const mail = outside.sent.findLast(({ to }) => to === email);
  const token = /\/invitation\?token=([A-Za-z0-9_-]{43})/.exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error("no link was mailed");
  return token;
}

async function invite(admin: TestMember, email: string, role: Role = "manager"): Promise<string> {
  await inviteMember(manage(admin), { email, role });
  return tokenFor(admin, email);
}

const rolesIn = async (admin: TestMember) =>
  (await listMembers(admin.context("members.view"))).map(({ email, role }) => `${email} ${role}`);

const actsOf = async ({ orgId }: TestMember) =>
  (await owner.query("SELECT action FROM audit_log WHERE org_id = $1 ORDER BY seq", [orgId])).rows.map(
    ({ action }) => action,
  );

describe("an invitation", () => {
  test("makes a member of somebody who has an account, once, with the role that was chosen", async () => {
    const [admin, guest] = [await createMember(database), await createMember(database)];
    const token = await invite(admin, guest.email, "analyst");
    expect(await findInvitation(visitor(), token)).toEqual({
      organization: "Kedai",
      role: "analyst",
      email: guest.email,
      invitedBy: "Aina",
      hasAccount: true,
    });
    expect(await acceptInvitation(visitor(), guest.sessionId, { token })).toEqual({ slug: admin.slug });
    expect(await rolesIn(admin)).toContain(`${guest.email} analyst`);
    expect(await acceptInvitation(visitor(), guest.sessionId, { token })).toBeNull();
    expect(await findInvitation(visitor(), token)).toBeNull();
    expect(await open(admin)).toEqual([]);
    expect(await actsOf(admin)).toEqual(["invitation.created", "member.joined"]);
  });

  test("[3.3d] opens an account whose email the link has verified, and which can log in at once", async () => {
    const admin = await createMember(database);
    const email = newEmail();
    const token = await invite(admin, email, "viewer");
    expect(await findInvitation(visitor(), token)).toMatchObject({ hasAccount: false });
    expect(await signUpInvited(visitor(), token, PERSON)).toEqual({ slug: admin.slug });
    expect(await logIn(visitor(), { email, password: PERSON.password })).toMatchObject({
      outcome: "started",
    });
    expect(await rolesIn(admin)).toContain(`${email} viewer`);
    expect(await signUpInvited(visitor(), token, PERSON)).toBeNull();
  });

  test("takes over an account that nobody verified, whatever password was set for it before", async () => {
    const admin = await createMember(database);
    const email = newEmail();
    const squatter = visitor();
    await signUpAndVerify(squatter, signUpInput({ email })).catch(() => undefined);
    await owner.query("UPDATE users SET email_verified_at = NULL WHERE email = $1", [email]);
    const token = await invite(admin, email);
    const password = "kopi ais kaw satu bungkus";
    expect(await signUpInvited(visitor(), token, { ...PERSON, password })).toEqual({ slug: admin.slug });
    await expect(logIn(visitor(), { email, password: signUpInput().password })).rejects.toThrow();
    expect(await logIn(visitor(), { email, password })).toMatchObject({ outcome: "started" });
  });

  test("does not change the account of somebody who has one", async () => {
    const [admin, guest] = [await createMember(database), await createMember(database)];
    const token = await invite(admin, guest.email);
    expect(await signUpInvited(visitor(), token, PERSON)).toBeNull();
    const { rows } = await owner.query("SELECT name, password_hash AS hash FROM users WHERE id = $1", [
      guest.userId,
    ]);
    expect(rows).toEqual([{ name: "Aina", hash: "none" }]);
  });

  test("is bound to its email: another account cannot use its link or its id", async () => {
    const [admin, thief] = [await createMember(database), await createMember(database)];
    const token = await invite(admin, newEmail());
    await expect(acceptInvitation(visitor(), thief.sessionId, { token })).rejects.toMatchObject({
      messageKey: "errors:members.otherEmail",
    });
    const [{ id = "" } = {}] = await open(admin);
    expect(await acceptInvitation(visitor(), thief.sessionId, { id })).toBeNull();
    expect(await open(admin)).toHaveLength(1);
  });

  test("works for seven days", async () => {
    const [admin, guest] = [await createMember(database), await createMember(database)];
    const token = await invite(admin, guest.email);
    const [left] = await open(admin);
    const days = ((left?.expiresAt.getTime() ?? 0) - (left?.sentAt.getTime() ?? 0)) / 86_400_000;
    expect(days).toBe(7);
    await owner.query("UPDATE invitations SET expires_at = now() WHERE org_id = $1", [admin.orgId]);
    expect(await findInvitation(visitor(), token)).toBeNull();
    expect(await acceptInvitation(visitor(), guest.sessionId, { token })).toBeNull();
    expect(await signUpInvited(visitor(), token, PERSON)).toBeNull();
    // An email whose invitation is too old can be invited anew.
    await invite(admin, guest.email);
    expect(await open(admin)).toHaveLength(1);
  });

  test("keeps its token as a hash only", async () => {
    const admin = await createMember(database);
    const token = await invite(admin, newEmail());
    const { rows } = await owner.query("SELECT i::text AS row FROM invitations i WHERE org_id = $1", [
      admin.orgId,
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0].row).not.toContain(token);
  });

  test("that was withdrawn opens nothing", async () => {
    const [admin, guest] = [await createMember(database), await createMember(database)];
    const token = await invite(admin, guest.email);
    const [{ id = "" } = {}] = await open(admin);
    await revokeInvitation(manage(admin), { id });
    expect(await acceptInvitation(visitor(), guest.sessionId, { token })).toBeNull();
    await expect(revokeInvitation(manage(admin), { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await actsOf(admin)).toEqual(["invitation.created", "invitation.revoked"]);
  });

  test("that is sent again has a new link, and the old one is void; five mails are the most", async () => {
    const [admin, guest] = [await createMember(database), await createMember(database)];
    const first = await invite(admin, guest.email);
    const [{ id = "" } = {}] = await open(admin);
    for (let sends = 2; sends <= 5; sends += 1) await resendInvitation(manage(admin), { id });
    const last = await tokenFor(admin, guest.email);
    expect(await findInvitation(visitor(), first)).toBeNull();
    expect(await findInvitation(visitor(), last)).not.toBeNull();
    admin.outside.wait(24 * 60 * 60);
    const again = resendInvitation(
      { ...manage(admin), ports: admin.context("members.manage").ports },
      { id },
    );
    await expect(again).rejects.toMatchObject({ messageKey: "errors:members.resentOften" });
  });

  test("brings a removed member back, with the new role, and no suspended one", async () => {
    const admin = await createMember(database);
    const member = await createMember(database, { organization: admin, role: "manager" });
    await changeMemberState(manage(admin), { userId: member.userId, state: "removed" });
    const token = await invite(admin, member.email, "viewer");
    await acceptInvitation(visitor(), member.sessionId, { token });
    expect(await rolesIn(admin)).toContain(`${member.email} viewer`);
    await changeMemberState(manage(admin), { userId: member.userId, state: "suspended" });
    await expect(inviteMember(manage(admin), { email: member.email, role: "admin" })).rejects.toMatchObject({
      fields: { email: "errors:members.suspended" },
    });
  });

  test("makes one member when its link is pressed fifty times at once", async () => {
    const [admin, guest] = [await createMember(database), await createMember(database)];
    const token = await invite(admin, guest.email);
    const got = await Promise.all(
      Array.from({ length: 50 }, () => acceptInvitation(visitor(), guest.sessionId, { token })),
    );
    // Who comes after the first is a member already, or finds the invitation used.
    expect(new Set(got.map((one) => one?.slug ?? null))).toContain(admin.slug);
    expect(await actsOf(admin)).toEqual(["invitation.created", "member.joined"]);
  });

  /** An invitation to an email that a member takes for their account afterwards. */
  async function inviteMembersNextEmail(state: "active" | "suspended") {
    const admin = await createMember(database);
    const member = await createMember(database, { organization: admin, role: "viewer" });
    const email = newEmail();
    const token = await invite(admin, email, "admin");
    await owner.query("UPDATE users SET email = $2 WHERE id = $1", [member.userId, email]);
    if (state === "suspended") await changeMemberState(manage(admin), { userId: member.userId, state });
    const [{ id = "" } = {}] = await open(admin);
    return { admin, member, email, token, id };
  }

  test("that a suspended member opens is refused and not used up: it works once the suspension is over", async () => {
    const { admin, member, email, token, id } = await inviteMembersNextEmail("suspended");
    for (const which of [{ token }, { id }]) {
      await expect(acceptInvitation(visitor(), member.sessionId, which)).rejects.toMatchObject({
        code: "conflict",
        messageKey: "errors:members.accessSuspended",
      });
    }
    expect(await open(admin)).toHaveLength(1);
    expect(await rolesIn(admin)).toContain(`${email} viewer`);
    await changeMemberState(manage(admin), { userId: member.userId, state: "removed" });
    expect(await acceptInvitation(visitor(), member.sessionId, { token })).toEqual({ slug: admin.slug });
    expect(await rolesIn(admin)).toContain(`${email} admin`);
  });

  test("that a member opens leads them in, and neither gives them its role nor is used up", async () => {
    const { admin, member, email, token } = await inviteMembersNextEmail("active");
    expect(await acceptInvitation(visitor(), member.sessionId, { token })).toEqual({ slug: admin.slug });
    expect(await rolesIn(admin)).toContain(`${email} viewer`);
    expect(await open(admin)).toHaveLength(1);
    expect(await actsOf(admin)).toEqual(["invitation.created"]);
  });

  test("of an organization that is closing opens nothing", async () => {
    const [admin, guest] = [await createMember(database), await createMember(database)];
    const token = await invite(admin, guest.email);
    await owner.query("UPDATE organizations SET state = 'closing', closes_at = now() WHERE id = $1", [
      admin.orgId,
    ]);
    expect(await findInvitation(visitor(), token)).toBeNull();
    expect(await acceptInvitation(visitor(), guest.sessionId, { token })).toBeNull();
    expect(await signUpInvited(visitor(), token, PERSON)).toBeNull();
  });
});

describe("invitations are refused in words", () => {
  test("for members, for who is invited already, and without a live session", async () => {
    const [admin, guest] = [await createMember(database), await createMember(database)];
    const token = await invite(admin, guest.email);
    const again = (email: string) => inviteMember(manage(admin), { email, role: "viewer" });
    await expect(again(guest.email)).rejects.toMatchObject({ fields: { email: "errors:members.invited" } });
    await expect(again(admin.email)).rejects.toMatchObject({ fields: { email: "errors:members.already" } });
    await expect(acceptInvitation(visitor(), randomUUID(), { token })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  test("to other roles than Admin, and of another organization", async () => {
    const admin = await createMember(database);
    const manager = await createMember(database, { organization: admin, role: "manager" });
    const stranger = await createMember(database);
    await invite(admin, newEmail());
    const [{ id = "" } = {}] = await open(admin);
    const forbidden = { code: "forbidden" };
    await expect(inviteMember(manage(manager), { email: newEmail(), role: "admin" })).rejects.toMatchObject(
      forbidden,
    );
    await expect(revokeInvitation(manage(manager), { id })).rejects.toMatchObject(forbidden);
    await expect(resendInvitation(manage(manager), { id })).rejects.toMatchObject(forbidden);
    for (const act of [revokeInvitation, resendInvitation]) {
      await expect(act(manage(stranger), { id })).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await open(stranger)).toEqual([]);
    expect(await open(admin)).toHaveLength(1);
  });
});

test("an invitation's mail carries no link of others, and is in the organization's language", async () => {
  const admin = await createMember(database, { name: "Win at evil.example" });
  await owner.query("UPDATE organizations SET name = 'https://evil.example', language = 'ms' WHERE id = $1", [
    admin.orgId,
  ]);
  const email = newEmail();
  await invite(admin, email);
  const mail = admin.outside.sent.find(({ to }) => to === email);
  expect(mail?.subject).toBe("Anda dijemput ke sebuah organisasi di OruCRM");
  expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain("evil");
});

describe("an invitation keeps to its organization and its person", () => {
  const create = (by: TestMember, email: string) => inviteMember(manage(by), { email, role: "viewer" });

  test("expired ones of another organization are not swept away with mine", async () => {
    const mine = await createMember(database);
    const other = await createMember(database);
    await create(other, newEmail());
    await owner.query(
      "UPDATE invitations SET expires_at = now() - interval '60 days', sent_at = now() - interval '67 days' WHERE org_id = $1",
      [other.orgId],
    );
    await create(mine, newEmail());
    const kept = await owner.query("SELECT 1 FROM invitations WHERE org_id = $1", [other.orgId]);
    expect(kept.rows).toHaveLength(1);
  });

  test("who was removed leaves room for somebody else", async () => {
    const admin = await createMember(database);
    await owner.query(
      `WITH people AS (
        INSERT INTO users (id, email, name, password_hash, password_scheme, adult_confirmed_at, policy_version,
          policy_accepted_at, language)
        SELECT gen_random_uuid(), gen_random_uuid() || '@kedai.my', 'Old', '', 1, now(), '1', now(), 'en'
        FROM generate_series(1, 200) RETURNING id)
       INSERT INTO memberships (org_id, user_id, role, state) SELECT $1, id, 'viewer', 'removed' FROM people`,
      [admin.orgId],
    );
    await create(admin, newEmail());
    expect(await open(admin)).toHaveLength(1);
  });

  test("a link that expires, or whose email gets an account, while the form is sent makes none", async () => {
    const admin = await createMember(database);
    const email = newEmail();
    const hash = await hashEmailToken(await invite(admin, email));
    const join = async () => {
      const { rows } = await owner.query(
        "SELECT account_sign_up_invited($1, gen_random_uuid(), 'Other', 'hash', 1, '1', 'en', NULL) AS answer",
        [hash],
      );
      return rows[0].answer;
    };
    const expire = (when: string) =>
      owner.query(`UPDATE invitations SET expires_at = now() ${when} WHERE email = $1`, [email]);
    await expire("- interval '1 second'");
    expect(await join()).toEqual({ outcome: "expired" });
    await expire("+ interval '1 day'");
    const as = visitor();
    await signUpAndVerify(as, signUpInput({ email, name: "Known", password: "kopi peng tanpa gula" }));
    expect(await join()).toEqual({ outcome: "known" });
    const { rows } = await owner.query("SELECT name FROM users WHERE email = $1", [email]);
    expect(rows).toEqual([{ name: "Known" }]);
  });

  test("joining by a link ends the person's own links, and nobody else's", async () => {
    const admin = await createMember(database);
    const email = newEmail();
    const token = await invite(admin, email);
    await owner.query(
      `INSERT INTO email_tokens (id, user_id, purpose, token_hash, email, expires_at)
       VALUES (gen_random_uuid(), $1, 'reset_password', gen_random_uuid(), 'x@kedai.my', now() + interval '1 hour')`,
      [admin.userId],
    );
    expect(await signUpInvited(visitor(), token, PERSON)).toEqual({ slug: admin.slug });
    const { rows } = await owner.query(
      "SELECT 1 FROM email_tokens WHERE user_id = $1 AND expires_at > now()",
      [admin.userId],
    );
    expect(rows).toHaveLength(1);
  });
});
