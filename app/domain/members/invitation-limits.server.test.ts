import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createAccountsContext } from "../../../tests/factories/accounts-context";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { inviteMember } from "./invite-member.server";
import { listInvitations } from "./members-queries.server";
import { revokeInvitation } from "./revoke-invitation.server";

const database = await createTestDatabase();
const { owner } = database;

const manage = (member: TestMember) => member.context("members.manage");
const newEmail = () => `${randomUUID()}@kedai.my`;

describe("invitations are limited", () => {
  test("beyond fifty open ones, also when sixty come at once", async () => {
    const admin = await createMember(database);
    const got = await Promise.allSettled(
      Array.from({ length: 60 }, () => inviteMember(manage(admin), { email: newEmail(), role: "viewer" })),
    );
    const refused = got.filter((one) => one.status === "rejected").map(({ reason }) => reason.messageKey);
    expect(refused).toEqual(Array.from({ length: 10 }, () => "errors:members.full"));
    expect(await listInvitations(manage(admin))).toHaveLength(50);
  });

  test("beyond 200 seats: whoever is invited has one already, also when fifty are at once", async () => {
    const admin = await createMember(database);
    await owner.query(
      `WITH people AS (
        INSERT INTO users (id, email, name, password_hash, password_scheme, adult_confirmed_at, policy_version,
          policy_accepted_at, language)
        SELECT gen_random_uuid(), gen_random_uuid() || '@kedai.my', 'Mei', '', 1, now(), '1', now(), 'en'
        FROM generate_series(1, 189) RETURNING id)
       INSERT INTO memberships (org_id, user_id, role) SELECT $1, id, 'viewer' FROM people`,
      [admin.orgId],
    );
    const got = await Promise.allSettled(
      Array.from({ length: 50 }, () => inviteMember(manage(admin), { email: newEmail(), role: "viewer" })),
    );
    const refused = got.filter((one) => one.status === "rejected").map(({ reason }) => reason.messageKey);
    expect(refused).toEqual(Array.from({ length: 40 }, () => "errors:members.full"));
  });

  test("[2.2b] when one email gets too many, whoever sends them", async () => {
    const email = newEmail();
    const admin = await createMember(database);
    const shared = createAccountsContext(database.url);
    const ctx = { ...manage(admin), ports: { ...manage(admin).ports, limits: shared.ports.limits } };
    for (let sent = 0; sent < 5; sent += 1) {
      await inviteMember(ctx, { email, role: "viewer" });
      const [{ id = "" } = {}] = await listInvitations(manage(admin));
      await revokeInvitation(manage(admin), { id });
    }
    await expect(inviteMember(ctx, { email, role: "viewer" })).rejects.toMatchObject({ code: "too_many" });
  });
});
