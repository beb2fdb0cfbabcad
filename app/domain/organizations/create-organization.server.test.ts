import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createAccountsContext } from "../../../tests/factories/accounts-context";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { changeMemberState } from "../members/change-member-state.server";
import { inviteMember } from "../members/invite-member.server";
import { createOrganization } from "./create-organization.server";
import { createOrganizationSchema } from "./organization.schema";
import { findPlaces } from "./places-queries.server";

const database = await createTestDatabase();
const visitor = () => createAccountsContext(database.url);
const INPUT = { name: "Butik Aina", timeZone: "Asia/Kuching", currency: "SGD" };

describe("a further organization", () => {
  test("[1.1c] is its user's own, with the zone and currency that were chosen", async () => {
    const member = await createMember(database);
    const slug = await createOrganization(visitor(), member, INPUT);
    expect(slug).toBe("butik-aina");
    const { rows } = await database.owner.query(
      `SELECT o.name, o.time_zone AS zone, o.currency, o.owner_id AS owner, m.role, a.action
       FROM organizations o JOIN memberships m ON m.org_id = o.id JOIN audit_log a ON a.org_id = o.id
       WHERE o.slug = $1`,
      [slug],
    );
    expect(rows).toEqual([
      {
        name: "Butik Aina",
        zone: "Asia/Kuching",
        currency: "SGD",
        owner: member.userId,
        role: "admin",
        action: "organization.created",
      },
    ]);
    expect(await createOrganization(visitor(), member, INPUT)).toMatch(/^butik-aina-[a-z0-9]{5}$/);
  });

  test("needs a live session", async () => {
    const session = { sessionId: randomUUID(), userId: randomUUID() };
    await expect(createOrganization(visitor(), session, INPUT)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  test("is the twentieth at most, also when thirty are asked for at once", async () => {
    const member = await createMember(database);
    const got = await Promise.allSettled(
      Array.from({ length: 30 }, () => createOrganization(visitor(), member, INPUT)),
    );
    expect(got.filter(({ status }) => status === "fulfilled")).toHaveLength(19);
  });

  test("[2.2b] cannot be opened again and again", async () => {
    const member = await createMember(database);
    const ctx = visitor();
    for (let made = 0; made < 5; made += 1) await createOrganization(ctx, member, INPUT);
    await expect(createOrganization(ctx, member, INPUT)).rejects.toMatchObject({ code: "too_many" });
  });

  test.each([{ name: "" }, { timeZone: "Mars/Olympus" }, { currency: "XXZ" }])(
    "is refused with %j",
    (change) => {
      expect(createOrganizationSchema.safeParse({ ...INPUT, ...change }).success).toBe(false);
    },
  );
});

describe("where a user may go", () => {
  test("says organizations, suspensions and invitations, and nothing of others", async () => {
    const [user, admin] = [await createMember(database), await createMember(database)];
    const invite = (email: string) =>
      inviteMember(admin.context("members.manage"), { email, role: "analyst" });
    await invite(user.email);
    await invite("somebody.else@kedai.my");
    const places = await findPlaces(visitor(), user.sessionId);
    expect(places).toEqual({
      name: "Aina",
      email: user.email,
      language: "en",
      organizations: [{ slug: user.slug, name: "Kedai", role: "admin" }],
      suspended: [],
      invitations: [{ id: expect.any(String), organization: "Kedai", role: "analyst" }],
    });
    const member = await createMember(database, { organization: admin, role: "viewer" });
    await changeMemberState(admin.context("members.manage"), { userId: member.userId, state: "suspended" });
    expect(await findPlaces(visitor(), member.sessionId)).toMatchObject({
      organizations: [],
      suspended: [{ slug: admin.slug, name: "Kedai" }],
      invitations: [],
    });
    expect(await findPlaces(visitor(), randomUUID())).toBeNull();
  });
});
