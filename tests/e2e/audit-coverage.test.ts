import { beforeAll, describe, expect, test } from "vitest";
import { startBuiltApp } from "../setup/built-app";
import type { World } from "./access-rules";
import { joinApp } from "./support/app-member";
import { createWorld } from "./support/app-world";
import { listBuildRoutes } from "./support/build-routes";
import { listDoors } from "./support/doors";

const app = await startBuiltApp();
const admin = await joinApp(app);
const doors = listDoors(await listBuildRoutes());
let world: World;

beforeAll(async () => {
  world = await createWorld(app, admin);
});

/** What changes nothing as it is sent, or nothing that anybody else would ask about. */
const UNAUDITED: Record<string, string> = {
  "routes/o.$slug.layout POST": "how somebody's own list looks is nobody else's matter",
  "routes/o.$slug.sample POST": "there is no sample data to remove",
  "routes/o.$slug.notifications POST": "having read something is nobody else's matter",
  "routes/o.$slug.policy POST": "the newest version is accepted already",
  "routes/o.$slug.settings.factor-rule POST": "the rule is this one already",
};

/** Actions of an organization that are taken as they are sent. */
const acts = doors.filter(
  ({ fields, access, answer }) =>
    fields !== null && access !== "public" && access !== "session" && answer === undefined,
);

async function countActs(): Promise<number> {
  const { rows } = await app.database.owner.query(
    "SELECT count(*)::int AS n FROM audit_log WHERE org_id = $1",
    [admin.orgId],
  );
  return rows[0].n;
}

describe("[2.2c] every action of a member is written down", () => {
  test.each(acts.map((door) => [door.name, door] as const))("%s", async (name, { url, fields }) => {
    // Somebody whose name is another one than the forms', and who may leave.
    const member = await joinApp(app, { organization: admin, name: "Borhan" });
    const before = await countActs();
    const answer = await member.submit(url(world), fields ?? {});
    await answer.arrayBuffer();
    expect(answer.status).toBeLessThan(400);
    const isWritten = (await countActs()) > before;
    expect(isWritten ? "written down" : "not written down").toBe(
      name in UNAUDITED ? "not written down" : "written down",
    );
  });
});
