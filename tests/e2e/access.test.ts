import { describe, expect, test } from "vitest";
import WebSocket from "ws";
import { isAllowed, type Permission, ROLES, type Role } from "~/domain/organizations/permissions";
import { startBuiltApp } from "../setup/built-app";
import { ACCESS_MATRIX } from "./access-matrix";
import type { Access, World } from "./access-rules";
import { type AppMember, joinApp } from "./support/app-member";
import { createWorld } from "./support/app-world";
import { listBuildRoutes } from "./support/build-routes";
import { type Door, listDoors } from "./support/doors";
import { snapshotOrg } from "./support/org-snapshot";

const routes = await listBuildRoutes();
const doors = listDoors(routes);
const app = await startBuiltApp();

// What is allowed is done in the own organization. What must be refused is tried on
// another one, which therefore has to stay as it is, to the last row.
const admin = await joinApp(app);
const watched = await joinApp(app);
const worlds = await Promise.all(ROLES.map(async (role) => [role, await createWorld(app, admin)] as const));
const watchedWorld = await createWorld(app, watched);
const before = await snapshotOrg(app.database.owner, watched.orgId);

type Ask = Pick<AppMember, "ask" | "submit">;
const nobody: Ask = {
  ask: (path) => fetch(app.url + path, { redirect: "manual" }),
  submit: (path, fields) =>
    fetch(app.url + path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Origin: app.url },
      redirect: "manual",
    }),
};

const knock = (who: Ask, { url, fields }: Door, world: World) =>
  fields === null ? who.ask(url(world)) : who.submit(url(world), fields);

async function statusOf(who: Ask, door: Door, world: World): Promise<number> {
  const answer = await knock(who, door, world);
  await answer.arrayBuffer();
  return answer.status;
}

/** `taken`, `log-in` or the status. */
async function tryDoor(who: Ask, door: Door, world: World): Promise<string | number> {
  const answer = await knock(who, door, world);
  await answer.arrayBuffer();
  if (answer.headers.get("Location")?.startsWith("/log-in") && door.access !== "public") return "log-in";
  if (door.answer !== undefined ? answer.status === door.answer : answer.status < 400) return "taken";
  return answer.status;
}

const needsOrg = (access: Access): access is Permission => access !== "public" && access !== "session";

function expectedOf({ access, isOfAdmins }: Door, role: Role): string | number {
  if (isOfAdmins && role !== "admin") return 404;
  return !needsOrg(access) || isAllowed(role, access) ? "taken" : 403;
}

describe("the matrix and the build have the same doors", () => {
  test("every route with a loader or an action is in the matrix, with both of them", () => {
    const built = routes.filter((route) => route.hasLoader || route.hasAction);
    const doorsOf = (loader: boolean, action: boolean) => ({ loader, action });
    expect(
      Object.fromEntries(
        Object.entries(ACCESS_MATRIX).map(([id, { loader, actions }]) => [
          id,
          doorsOf(loader !== undefined, actions !== undefined),
        ]),
      ),
    ).toEqual(
      Object.fromEntries(built.map((route) => [route.id, doorsOf(route.hasLoader, route.hasAction)])),
    );
  });
});

describe("each door opens to the roles that the permission table names, and to nobody else", () => {
  test.each(doors.map((door) => [door.name, door] as const))("[2.2a] [3.3a] %s", async (_name, door) => {
    const got: Record<string, string | number> = {};
    const expected: Record<string, string | number> = {};
    for (const [role, world] of worlds) {
      expected[role] = expectedOf(door, role);
      // The refused try it where nothing may change.
      const [organization, where] = expected[role] !== "taken" ? [watched, watchedWorld] : [admin, world];
      const visitor = await joinApp(app, { organization, role });
      got[role] = await tryDoor(visitor, door, where);
      // An organization has room for so many only.
      await app.database.owner.query("DELETE FROM memberships WHERE (org_id, user_id) = ($1, $2)", [
        organization.orgId,
        visitor.userId,
      ]);
    }
    got.nobody = await tryDoor(nobody, door, watchedWorld);
    expected.nobody = door.access === "public" ? "taken" : "log-in";
    expect(got).toEqual(expected);
  });
});

describe("another organization's things are not found", () => {
  const inOrg = doors.filter(({ access }) => needsOrg(access));

  test.each(inOrg.map((door) => [door.name, door] as const))("%s", async (_name, door) => {
    const stranger = await joinApp(app, { organization: admin });
    expect(await statusOf(stranger, door, watchedWorld)).toBe(404);
    // Their ids under the own address.
    const mixed = { ...watchedWorld, slug: admin.slug };
    const hasId = door.url(mixed) !== door.url({ ...malformed(), slug: admin.slug });
    if (hasId) expect(await statusOf(stranger, door, mixed)).toBe(404);
  });

  const withId = inOrg.filter(({ url }) => /malformed/.test(url(malformed())));
  test.each(withId.map((door) => [door.name, door] as const))(
    "an id that is none: %s",
    async (_name, door) => {
      const world = { ...malformed(), slug: admin.slug };
      expect(await statusOf(admin, door, world)).toBe(404);
    },
  );

  function malformed(): World {
    return {
      slug: "x",
      customerId: "malformed",
      otherCustomerId: "malformed",
      orderId: "malformed",
      productId: "malformed",
      subscriptionId: "malformed",
      checkoutId: "malformed",
      connectionId: "malformed",
      mappedConnectionId: "malformed",
      deliveryId: "malformed",
      memberId: "malformed",
      invitationId: "malformed",
      exportId: "malformed",
      importId: "malformed",
      listExportId: "malformed",
      supportRequestId: "malformed",
    };
  }
});

describe("a request that did not come from a page of ours changes nothing", () => {
  const forged: [string, Record<string, string>][] = [
    ["without Origin", {}],
    ["of another site", { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }],
    ["of a sandboxed frame", { Origin: "null" }],
    [
      "of a neighbouring host",
      { Origin: app.url.replace("127.0.0.1", "localhost"), "Sec-Fetch-Site": "same-site" },
    ],
    ["that says it is ours from elsewhere", { Origin: app.url, "Sec-Fetch-Site": "cross-site" }],
  ];

  const forge = async (method: string, headers: Record<string, string>) => {
    for (const { name, url, fields } of doors) {
      if (fields === null) continue;
      const answer = await watched.ask(url(watchedWorld), {
        method,
        headers,
        body: new URLSearchParams(fields),
      });
      expect([name, answer.status]).toEqual([name, 403]);
    }
  };

  test.each(forged)("%s", (_name, headers) => forge("POST", headers));
  test.each(["PUT", "PATCH", "DELETE"])("by %s", (method) => forge(method, {}));

  test("no GET changes anything, and the session outlives them all", async () => {
    const visitor = await joinApp(app, { organization: watched });
    for (const door of doors) {
      const answer = await visitor.ask(door.url(watchedWorld));
      await answer.arrayBuffer();
      expect([door.name, answer.status < 500]).toEqual([door.name, true]);
    }
    expect((await visitor.ask(`/o/${watched.slug}`)).status).toBe(200);
  });
});

describe("live screens", () => {
  const connect = (headers: Record<string, string>, slug = watched.slug) =>
    new Promise<number>((resolve, reject) => {
      const socket = new WebSocket(`${app.url.replace("http", "ws")}/o/${slug}/live`, { headers });
      socket.once("open", () => {
        socket.close();
        resolve(101);
      });
      socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
      socket.once("error", reject);
    });

  test("open to every role on a page of ours, to nobody else", async () => {
    for (const role of ROLES) {
      const { cookie: Cookie } = await joinApp(app, { organization: watched, role });
      expect(await connect({ Cookie, Origin: app.url })).toBe(101);
    }
    const { cookie: Cookie } = watched;
    expect(await connect({ Origin: app.url })).toBe(403);
    expect(await connect({ Cookie, Origin: "https://evil.example" })).toBe(403);
    expect(await connect({ Cookie })).toBe(403);
    expect(await connect({ Cookie: admin.cookie, Origin: app.url })).toBe(404);
  });
});

test("after all of this, not a row of the other organization differs", async () => {
  const after = await snapshotOrg(app.database.owner, watched.orgId);
  // People joined it to try their roles, and that they were refused was written down.
  const kept = (snapshot: typeof after) =>
    Object.fromEntries(
      Object.entries(snapshot).filter(([table]) => !/^(memberships|audit_|security_)/.test(table)),
    );
  expect(kept(after)).toEqual(kept(before));
  const { rows } = await app.database.owner.query(
    "SELECT DISTINCT action FROM audit_log WHERE org_id = $1 AND action <> 'connection.created' ORDER BY 1",
    [watched.orgId],
  );
  // A member of it opened every door that only shows something; to take an archive is written down as well.
  expect(rows).toEqual([{ action: "access.refused" }, { action: "export.downloaded" }]);
});
