import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { changeSecondFactorRule } from "./change-second-factor-rule.server";
import { getSecondFactorRule } from "./organizations-queries.server";
import type { Role } from "./permissions";
import type { SecondFactorRule } from "./second-factor-rule";

const database = await createTestDatabase();

const addFactor = ({ userId }: TestMember) =>
  database.owner.query(
    "insert into totp_factors (user_id, id, sealed, confirmed_at) values ($1, gen_random_uuid(), 'x', now())",
    [userId],
  );
const change = (member: TestMember, rule: SecondFactorRule) =>
  changeSecondFactorRule(member.context("organization.manage"), rule);
const entered = ({ context }: TestMember) =>
  context("organization.view")
    .db.entry()
    .then(
      () => true,
      (error: { messageKey: string }) => error.messageKey,
    );
const NEEDED = "errors:factors.needed";

describe("a second factor that an organization asks for", () => {
  test.each<[SecondFactorRule, Partial<Record<Role, unknown>>]>([
    ["nobody", { admin: true, viewer: true }],
    ["admins", { admin: NEEDED, manager: true, viewer: true }],
    ["everybody", { admin: NEEDED, manager: NEEDED, viewer: NEEDED }],
  ])("of %s is asked of them, before anything is shown", async (rule, expected) => {
    const owner = await createMember(database);
    await addFactor(owner);
    await change(owner, rule);
    const got: Partial<Record<Role, unknown>> = {};
    for (const role of Object.keys(expected) as Role[])
      got[role] = await entered(await createMember(database, { organization: owner, role }));
    expect(got).toEqual(expected);
    expect(await entered(owner)).toBe(true);
  });

  test("lets a member in as soon as they have one", async () => {
    const owner = await createMember(database);
    await addFactor(owner);
    await change(owner, "everybody");
    const member = await createMember(database, { organization: owner, role: "viewer" });
    expect(await entered(member)).toBe(NEEDED);
    await addFactor(member);
    expect(await entered(member)).toBe(true);
  });

  test("is asked of others only by an Admin who has one", async () => {
    const owner = await createMember(database);
    await expect(change(owner, "admins")).rejects.toMatchObject({ messageKey: NEEDED });
    expect(await getSecondFactorRule(owner.context("organization.view"))).toBe("nobody");
  });

  test("is asked for by nobody below an Admin, and not by an Admin who was away from the keyboard", async () => {
    const owner = await createMember(database);
    const manager = await createMember(database, { organization: owner, role: "manager" });
    await addFactor(owner);
    await addFactor(manager);
    await expect(change(manager, "everybody")).rejects.toMatchObject({ messageKey: "errors:forbidden" });
    await database.owner.query("update sessions set created_at = now() - interval '11 minutes'");
    await expect(change(owner, "everybody")).rejects.toMatchObject({ messageKey: "errors:confirmFirst" });
  });

  test("changes nothing in another organization", async () => {
    const [owner, stranger] = [await createMember(database), await createMember(database)];
    await addFactor(owner);
    await change(owner, "everybody");
    expect(await getSecondFactorRule(stranger.context("organization.view"))).toBe("nobody");
  });

  test("is an act in the audit log, once", async () => {
    const owner = await createMember(database);
    await addFactor(owner);
    await change(owner, "everybody");
    await change(owner, "everybody");
    const { db } = owner.context("audit.view");
    const { rows } = await db.read(
      db.orm.execute(sql`select facts from audit_log where action like '%second_factor%'`),
    );
    expect(rows).toEqual([{ facts: { rule: "everybody", before: "nobody" } }]);
  });
});
