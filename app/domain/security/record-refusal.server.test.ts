import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { OrgDb } from "~/db/org-db";
import { RequestBatch } from "~/db/request-batch";
import { organizations } from "~/db/schema/organizations";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import type { Permission } from "../organizations/permissions";
import { recordRefusal } from "./record-refusal.server";

const database = await createTestDatabase();
const NOON = new Date("2026-03-02T12:05:00Z");

/** A request's door, and what was recorded once its answer was out. */
function openDoor(member: TestMember, permission: Permission, slug = member.slug) {
  const batch = new RequestBatch(openHttp(database.url), member.sessionId, slug);
  const recording: Promise<void>[] = [];
  const refusal = {
    permission,
    userId: member.userId,
    visit: { ip: "203.0.113.7" },
    now: () => NOON,
    newId: uuidv7,
  };
  const db = new OrgDb(batch, permission, () => void recording.push(recordRefusal(batch, refusal)));
  return { db, recording };
}

const actsOf = async ({ orgId }: TestMember) =>
  (await database.owner.query("SELECT action, actor_id, ip, facts FROM audit_log WHERE org_id = $1", [orgId]))
    .rows;

describe("what the role does not allow", () => {
  test("[2.2c] is written down, whether it was read or written, once an hour for one permission", async () => {
    const viewer = await createMember(database, { role: "viewer" });
    for (let i = 0; i < 3; i++) {
      const reading = openDoor(viewer, "audit.view");
      await expect(reading.db.entry()).rejects.toMatchObject({ code: "forbidden" });
      const writing = openDoor(viewer, "organization.manage");
      const rename = writing.db.orm.update(organizations).set({ name: "x" });
      await expect(writing.db.write([rename])).rejects.toMatchObject({ code: "forbidden" });
      await Promise.all([...reading.recording, ...writing.recording]);
    }
    const refused = (permission: Permission) => ({
      action: "access.refused",
      actor_id: viewer.userId,
      ip: "203.0.113.7",
      facts: { permission },
    });
    expect(await actsOf(viewer)).toEqual([refused("audit.view"), refused("organization.manage")]);
    const { rows } = await database.owner.query("SELECT count FROM security_events WHERE org_id = $1", [
      viewer.orgId,
    ]);
    expect(rows).toEqual([{ count: 3 }, { count: 3 }]);
  });

  test("is told once by one door", async () => {
    const viewer = await createMember(database, { role: "viewer" });
    const { db, recording } = openDoor(viewer, "audit.view");
    await Promise.allSettled([db.entry(), db.entry()]);
    expect(recording).toHaveLength(1);
    await Promise.all(recording);
  });

  test("leaves nothing in an organization that somebody is no member of", async () => {
    const [member, other] = [await createMember(database), await createMember(database)];
    const { db, recording } = openDoor(member, "audit.view", other.slug);
    await expect(db.entry()).rejects.toMatchObject({ code: "not_found" });
    expect(recording).toEqual([]);
    expect(await actsOf(other)).toEqual([]);
  });
});
