import { once } from "node:events";
import { describe, expect, test } from "vitest";
import WebSocket from "ws";
import { startBuiltApp } from "../setup/built-app";
import { type AppMember, joinApp } from "./support/app-member";

const app = await startBuiltApp();
const admin = await joinApp(app);
const settings = `/o/${admin.slug}/settings`;

/** What the admin does to a member, on that member's page. */
const act = async ({ userId }: AppMember, intent: string, more: Record<string, string> = {}) => {
  const answer = await admin.submit(`${settings}/members/${userId}`, { intent, ...more });
  expect(answer.status).toBe(302);
};

/** The statuses of a page, its data and an action of a Manager's. */
async function reach(member: AppMember): Promise<number[]> {
  const path = `/o/${admin.slug}/connections/new`;
  const answers = [
    await member.ask(path),
    await member.ask(`${path}.data?_routes=routes%2Fo.%24slug.connections.new`),
    await member.submit(path, { platform: "woocommerce", name: "Kedai" }),
  ];
  return answers.map(({ status }) => status);
}

async function openScreen(member: AppMember): Promise<WebSocket> {
  const screen = new WebSocket(`${app.url.replace("http", "ws")}/o/${admin.slug}/live`, {
    headers: { Cookie: member.cookie, Origin: app.url },
  });
  await once(screen, "open");
  return screen;
}

const closing = async (screen: WebSocket) => Number((await once(screen, "close"))[0]);

// A shop that was connected leads to its page.
const OPEN = [200, 200, 302];

describe("what is taken from a member is gone at their next request", () => {
  test("[2.2a] [3.3a] a role", async () => {
    const member = await joinApp(app, { organization: admin, role: "manager" });
    expect(await reach(member)).toEqual(OPEN);
    await act(member, "role", { role: "viewer" });
    expect(await reach(member)).toEqual([403, 403, 403]);
    await act(member, "role", { role: "manager" });
    expect(await reach(member)).toEqual(OPEN);
  });

  test.each(["suspend", "remove"])(
    "[2.2a] the access, on pages, actions and live screens: %s",
    async (intent) => {
      const member = await joinApp(app, { organization: admin, role: "manager" });
      const elsewhere = await joinApp(app);
      await app.database.owner.query(
        "INSERT INTO memberships (org_id, user_id, role) VALUES ($1, $2, 'viewer')",
        [elsewhere.orgId, member.userId],
      );
      const closed = closing(await openScreen(member));
      expect(await reach(member)).toEqual(OPEN);
      await act(member, intent);
      expect(await reach(member)).toEqual([404, 404, 404]);
      expect(await closed).toBe(4001);
      await expect(openScreen(member)).rejects.toThrow("404");
      // The session itself goes on, where they are still a member.
      expect((await member.ask(`/o/${elsewhere.slug}`)).status).toBe(200);
    },
  );

  test("[2.2a] everything, when they leave", async () => {
    const member = await joinApp(app, { organization: admin, role: "manager" });
    const closed = closing(await openScreen(member));
    const answer = await member.submit(`${settings}/members?index`, { intent: "leave" });
    expect(answer.headers.get("Location")).toBe("/o");
    expect(await reach(member)).toEqual([404, 404, 404]);
    expect(await closed).toBe(4001);
  });

  test("[3.3c] the session, when it ends", async () => {
    const member = await joinApp(app, { organization: admin, role: "manager" });
    const closed = closing(await openScreen(member));
    await member.submit("/log-out", {});
    for (const answer of [
      await member.ask(`/o/${admin.slug}`),
      await member.submit(`/o/${admin.slug}/connections/new`, { platform: "woocommerce", name: "Kedai" }),
    ]) {
      expect(answer.headers.get("Location")).toMatch(/^\/log-in/);
    }
    expect(await closed).toBe(4001);
  });
});

test("a former member's link answers as one to an organization that never was", async () => {
  const [former, stranger] = [await joinApp(app, { organization: admin }), await joinApp(app)];
  await act(former, "remove");
  const read = async (who: AppMember, slug: string) => {
    const answer = await who.ask(`/o/${slug}/customers.data`);
    return [answer.status, (await answer.text()).replace(/"nonce","[^"]+"/, "")];
  };
  const nothing = await read(stranger, "no-such-organization");
  expect(nothing[0]).toBe(404);
  expect(await read(former, admin.slug)).toEqual(nothing);
  expect(await read(stranger, admin.slug)).toEqual(nothing);
});
