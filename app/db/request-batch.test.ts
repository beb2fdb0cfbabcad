import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createMember } from "../../tests/factories/org-context";
import { createTestDatabase } from "../../tests/setup/database";
import { openHttp } from "./client";
import { OrgDb } from "./org-db";
import { RequestBatch } from "./request-batch";
import { organizations } from "./schema/organizations";

const database = await createTestDatabase();

describe("the reads of one turn", () => {
  test("go out as one round trip, whoever asks", async () => {
    const { db } = (await createMember(database)).context("dashboard.view");
    const before = await database.roundTrips();
    const [entry, first, second] = await Promise.all([
      db.entry(),
      db.read(db.orm.select({ id: organizations.id }).from(organizations)),
      db.read(db.orm.select({ slug: organizations.slug }).from(organizations)),
    ]);
    const after = await database.roundTrips();
    expect(after.httpRequests - before.httpRequests).toBe(1);
    expect(first).toEqual([{ id: entry.organization.id }]);
    expect(second).toEqual([{ slug: entry.organization.slug }]);
  });

  test("all fail when one of them does", async () => {
    const { db } = (await createMember(database)).context("dashboard.view");
    const good = db.read(db.orm.select({ id: organizations.id }).from(organizations));
    const bad = db.read(db.orm.execute("select 1 / 0"));
    const ends = await Promise.allSettled([good, bad]);
    expect(ends.map((end) => end.status)).toEqual(["rejected", "rejected"]);
  });
});

describe("what may be slow", () => {
  const slow = sql`select pg_sleep(5)`;

  test("fails by itself when its time is over, with words and not the page", async () => {
    const { db } = (await createMember(database)).context("dashboard.view");
    const [page, beside] = await Promise.allSettled([
      db.read(db.orm.select({ id: organizations.id }).from(organizations)),
      db.within(50).read(db.orm.execute(slow)),
    ]);
    expect(page.status).toBe("fulfilled");
    expect(beside).toMatchObject({ reason: { code: "unavailable", messageKey: "errors:tooSlow" } });
  });

  test("[2.2a] is read by members alone, for the same permission", async () => {
    const [member, other] = [await createMember(database), await createMember(database)];
    const batch = new RequestBatch(openHttp(database.url), member.sessionId, other.slug);
    const read = (db: OrgDb) =>
      db.within(1000).read(db.orm.select({ id: organizations.id }).from(organizations));
    await expect(read(new OrgDb(batch, "dashboard.view"))).rejects.toMatchObject({ code: "not_found" });
    const viewer = await createMember(database, { role: "viewer" });
    await expect(read(viewer.context("trash.purge").db)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("who may enter", () => {
  test("[2.2a] nobody with an ended, expired or unknown session", async () => {
    const member = await createMember(database);
    const read = () => member.context("dashboard.view").db.entry();
    await expect(read()).resolves.toMatchObject({ role: "admin" });
    await database.owner.query("UPDATE sessions SET ended_at = now() WHERE id = $1", [member.sessionId]);
    await expect(read()).rejects.toMatchObject({ code: "unauthenticated" });
    await database.owner.query(
      "UPDATE sessions SET ended_at = NULL, expires_at = now() - interval '1 second' WHERE id = $1",
      [member.sessionId],
    );
    await expect(read()).rejects.toMatchObject({ code: "unauthenticated" });
    await database.owner.query("DELETE FROM sessions WHERE id = $1", [member.sessionId]);
    await expect(read()).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("only members: another organization does not exist for them", async () => {
    const [member, other] = [await createMember(database), await createMember(database)];
    const batch = new RequestBatch(openHttp(database.url), member.sessionId, other.slug);
    const db = new OrgDb(batch, "dashboard.view");
    await expect(db.entry()).rejects.toMatchObject({ code: "not_found" });
  });

  test("only organizations where the membership is active are offered to go to", async () => {
    const [member, kept, left, closed] = [
      await createMember(database),
      await createMember(database),
      await createMember(database),
      await createMember(database),
    ];
    for (const [{ orgId }, state] of [
      [kept, "active"],
      [left, "suspended"],
      [closed, "active"],
    ] as const) {
      await database.owner.query(
        "INSERT INTO memberships (org_id, user_id, role, state) VALUES ($1, $2, 'viewer', $3)",
        [orgId, member.userId, state],
      );
    }
    await database.owner.query("UPDATE organizations SET state = 'closed' WHERE id = $1", [closed.orgId]);
    const { organizations: offered } = await member.context("dashboard.view").db.entry();
    expect(offered.map(({ slug }) => slug).sort()).toEqual([member.slug, kept.slug].sort());
  });

  test("a removed or suspended member is out at the next request, a changed role counts at once", async () => {
    const organization = await createMember(database);
    const member = await createMember(database, { organization, role: "admin" });
    const view = () => member.context("audit.view").db.entry();
    await expect(view()).resolves.toMatchObject({ role: "admin" });
    await database.owner.query("UPDATE memberships SET role = 'viewer' WHERE user_id = $1", [member.userId]);
    await expect(view()).rejects.toMatchObject({ code: "forbidden" });
    for (const state of ["suspended", "removed"]) {
      await database.owner.query("UPDATE memberships SET state = $2 WHERE user_id = $1", [
        member.userId,
        state,
      ]);
      await expect(view()).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("writes", () => {
  test("are refused by the database without the permission, and change nothing", async () => {
    const viewer = await createMember(database, { role: "viewer" });
    const { db } = viewer.context("organization.manage");
    const rename = db.orm
      .update(organizations)
      .set({ name: "Taken" })
      .where(eq(organizations.id, viewer.orgId));
    await expect(db.write([rename])).rejects.toMatchObject({ code: "forbidden" });
    const { rows } = await database.owner.query("SELECT name FROM organizations WHERE id = $1", [
      viewer.orgId,
    ]);
    expect(rows).toEqual([{ name: "Kedai" }]);
  });

  test("cannot reach another organization, whatever id they name", async () => {
    const [member, other] = [await createMember(database), await createMember(database)];
    const { db } = member.context("organization.manage");
    await db.write([
      db.orm.update(organizations).set({ name: "Taken" }).where(eq(organizations.id, other.orgId)),
    ]);
    const { rows } = await database.owner.query("SELECT name FROM organizations WHERE id = $1", [
      other.orgId,
    ]);
    expect(rows).toEqual([{ name: "Kedai" }]);
  });
});
