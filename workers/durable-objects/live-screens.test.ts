import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { LiveScreens } from "./live-screens";

const HOUR_MS = 3_600_000;
const screens = () => env.LIVE.getByName(crypto.randomUUID());
const open: WebSocket[] = [];

type Screen = { told: string[]; closed: number[]; socket: WebSocket };

async function connect(
  live: DurableObjectStub<LiveScreens>,
  session: string = crypto.randomUUID(),
  expiresAt = new Date(Date.now() + HOUR_MS),
): Promise<Screen> {
  const headers = {
    Upgrade: "websocket",
    "X-Session-Id": session,
    "X-Session-Expires-At": expiresAt.toISOString(),
  };
  const { webSocket } = await live.fetch("https://crm.example/o/kedai/live", { headers });
  if (!webSocket) throw new Error("no socket");
  const screen: Screen = { told: [], closed: [], socket: webSocket };
  webSocket.addEventListener("message", ({ data }) => void screen.told.push(String(data)));
  webSocket.addEventListener("close", ({ code }) => void screen.closed.push(code));
  webSocket.accept();
  open.push(webSocket);
  return screen;
}

afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

describe("live screens", () => {
  test("hear what changed, and nothing of the data", async () => {
    const live = screens();
    const [a, b] = [await connect(live), await connect(live)];
    const elsewhere = await connect(screens());
    await live.notify(["orders", "customers"]);
    await vi.waitFor(() => expect(b.told).toHaveLength(1));
    expect(a.told).toEqual(['{"changed":["customers","orders"]}']);
    expect(elsewhere.told).toEqual([]);
  });

  test("hear of a burst at most twice a second, with everything that changed", async () => {
    const live = screens();
    const screen = await connect(live);
    await Promise.all(Array.from({ length: 200 }, (_, i) => live.notify([`kind${i % 3}`])));
    await vi.waitFor(() => expect(screen.told.length).toBeGreaterThanOrEqual(2), { timeout: 2000 });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(screen.told).toHaveLength(2);
    expect(screen.told[1]).toBe('{"changed":["kind0","kind1","kind2"]}');
  });

  test("still hear after the object was evicted", async () => {
    const live = screens();
    const screen = await connect(live);
    await evictDurableObject(live);
    await live.notify(["orders"]);
    await vi.waitFor(() => expect(screen.told).toEqual(['{"changed":["orders"]}']));
  });

  test("are closed when their session ends, and only they", async () => {
    const live = screens();
    const session = crypto.randomUUID();
    const [mine, other] = [await connect(live, session), await connect(live)];
    await live.closeSession(session);
    await vi.waitFor(() => expect(mine.closed).toEqual([4001]));
    expect(other.closed).toEqual([]);
    expect(await live.count()).toBe(1);
  });

  test("are closed by the alarm when their session's time is over, which then waits for the next", async () => {
    const live = screens();
    const soon = new Date(Date.now() + 150);
    const later = new Date(Date.now() + HOUR_MS);
    const [short, long] = [await connect(live, undefined, soon), await connect(live, undefined, later)];
    await vi.waitFor(() => expect(short.closed).toEqual([4001]), { timeout: 3000 });
    expect(long.closed).toEqual([]);
    const alarm = await runInDurableObject(live, (_live, state) => state.storage.getAlarm());
    expect(alarm).toBe(later.getTime());
  });

  test("stay open when the alarm runs early", async () => {
    const live = screens();
    const screen = await connect(live);
    expect(await runDurableObjectAlarm(live)).toBe(true);
    await live.notify(["orders"]);
    await vi.waitFor(() => expect(screen.told).toHaveLength(1));
  });

  test("are limited per session", async () => {
    const live = screens();
    const session = crypto.randomUUID();
    const many = await Promise.all(Array.from({ length: 21 }, () => connect(live, session)));
    await vi.waitFor(() => expect(many.flatMap(({ closed }) => closed)).toEqual([4008]));
  });

  test.each([
    [
      "no upgrade",
      { "X-Session-Id": crypto.randomUUID(), "X-Session-Expires-At": "2999-01-01T00:00:00Z" },
      426,
    ],
    ["no session", { Upgrade: "websocket" }, 403],
    [
      "a session that is over",
      {
        Upgrade: "websocket",
        "X-Session-Id": crypto.randomUUID(),
        "X-Session-Expires-At": "2020-01-01T00:00:00Z",
      },
      403,
    ],
  ])("are refused with %s", async (_case, headers: Record<string, string>, status) => {
    expect((await screens().fetch("https://crm.example/", { headers })).status).toBe(status);
  });
});
