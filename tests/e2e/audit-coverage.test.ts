import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { findAuditedSecrets } from "../setup/audited-secrets";
import { startBuiltApp } from "../setup/built-app";
import type { World } from "./access-rules";
import { joinApp } from "./support/app-member";
import { createWorld } from "./support/app-world";
import { listBuildRoutes } from "./support/build-routes";
import { listDoors } from "./support/doors";
import { snapshotOrg } from "./support/org-snapshot";

const app = await startBuiltApp();
const admin = await joinApp(app);
const doors = listDoors(await listBuildRoutes());
const stranger = await joinApp(app);
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

/** What the forms of the matrix are filled with that opens an account. */
const TYPED_SECRETS = doors.flatMap(({ fields }) =>
  Object.entries(fields ?? {}).flatMap(([name, value]) =>
    /password|^(?:code|answer|ticket|token)$/i.test(name) && value.length >= 6 ? [value] : [],
  ),
);

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

/** What no form of ours has a say in: whose a row is, who made it, and what somebody may do. */
function forbiddenFields(): Record<string, string> {
  const { orgId, userId } = stranger;
  const of = { orgId, org_id: orgId, userId, user_id: userId, ownerId: userId, owner_id: userId };
  const by = { createdBy: userId, created_by: userId, actorId: userId, authorId: userId };
  return { ...of, ...by, role: "viewer", state: "suspended", permissions: "audit.view", isAdmin: "true" };
}

/** Who the rows of the organization say made them. */
const STRANGERS_ROWS = `SELECT count(*)::int AS n FROM audit_log WHERE org_id = $1 AND actor_id = $2
  UNION ALL SELECT count(*)::int FROM memberships WHERE org_id = $1 AND user_id = $2::uuid
  UNION ALL SELECT count(*)::int FROM notes WHERE org_id = $1 AND author_id = $2::uuid
  UNION ALL SELECT count(*)::int FROM jobs WHERE org_id = $1 AND created_by = $2::uuid
  UNION ALL SELECT count(*)::int FROM imports WHERE org_id = $1 AND created_by = $2::uuid
  UNION ALL SELECT count(*)::int FROM organizations WHERE id = $1 AND owner_id = $2::uuid`;

describe("[2.2c] every action of a member is written down, whatever else its form says", () => {
  const before: { snapshot?: Record<string, string[]> } = {};
  beforeAll(async () => {
    before.snapshot = await snapshotOrg(app.database.owner, stranger.orgId);
  });

  test.each(acts.map((door) => [door.name, door] as const))("%s", async (name, { url, fields }) => {
    // Somebody whose name is another one than the forms', and who may leave.
    const member = await joinApp(app, { organization: admin, name: "Borhan" });
    const before = await countActs();
    const answer = await member.submit(url(world), { ...forbiddenFields(), ...fields });
    await answer.arrayBuffer();
    expect(answer.status).toBeLessThan(400);
    const isWritten = (await countActs()) > before;
    expect(isWritten ? "written down" : "not written down").toBe(
      name in UNAUDITED ? "not written down" : "written down",
    );
    const { rows } = await app.database.owner.query(
      "SELECT role, state FROM memberships WHERE user_id = $1",
      [member.userId],
    );
    const state = fields?.intent === "leave" ? "removed" : "active";
    expect(rows).toEqual([{ role: "admin", state }]);
  });

  test("fields that no form has say nothing: no row is a stranger's, and none of theirs differs", async () => {
    const { rows } = await app.database.owner.query(STRANGERS_ROWS, [admin.orgId, stranger.userId]);
    expect(rows.map(({ n }) => n)).toEqual(Array(6).fill(0));
    expect(await snapshotOrg(app.database.owner, stranger.orgId)).toEqual(before.snapshot);
  });
});

describe("[1.4d] no act holds a secret", () => {
  const auditFile = async (format: string) => {
    const answer = await admin.submit(`/o/${admin.slug}/settings/audit/export`, { format });
    return new Uint8Array(await answer.arrayBuffer());
  };
  /** Everything that the log says, as its rows and as its files. */
  async function readLog(): Promise<string> {
    const { rows } = await app.database.owner.query(
      "SELECT * FROM audit_log LEFT JOIN audit_values USING (org_id, seq)",
    );
    const sheets = Object.values(unzipSync(await auditFile("xlsx")));
    const files = [await auditFile("csv"), ...sheets].map((bytes) => new TextDecoder().decode(bytes));
    return [JSON.stringify(rows), ...files].join("\n");
  }

  test("that was typed, made, shown or kept, in no row and in no file of the log", async () => {
    const member = await joinApp(app, { organization: admin, name: "Borhan" });
    const mine = doors.filter(({ fields, access }) => fields !== null && access === "session");
    for (const { url, fields } of mine) await (await member.submit(url(world), fields ?? {})).arrayBuffer();
    const created = await admin.submit(`/o/${admin.slug}/settings/members/invite`, {
      email: "jemputan@kedai.my",
      role: "viewer",
    });
    await created.arrayBuffer();
    expect(TYPED_SECRETS).not.toEqual([]);
    const secrets = [...TYPED_SECRETS, admin.cookie.split("=")[1] ?? "", admin.sessionId, member.sessionId];
    expect(await findAuditedSecrets(app.database.owner, secrets)).toEqual([]);
    const log = await readLog();
    expect(log).toContain("connection.secret_revealed");
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });
});
