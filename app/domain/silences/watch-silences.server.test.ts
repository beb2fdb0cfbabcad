import { beforeEach, describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { type ConnectedShop, createConnectedShop } from "../../../tests/factories/connected-shop";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { countHours } from "./count-hours.server";
import { endSilences } from "./end-silences.server";
import { purgeHours } from "./purge-hours.server";
import type { WebhookAnswer } from "./silence-job";
import { watchSilences } from "./watch-silences.server";

const database = await createTestDatabase();
const { owner } = database;
const db = openHttp(database.url);
const HOUR_MS = 3_600_000;
/** The shop's last delivery. */
const LAST = Date.parse("2026-06-15T04:00:00Z");
const later = (hours: number) => new Date(LAST + hours * HOUR_MS);

let member: TestMember;
let shop: ConnectedShop;
let waiting: string[];
let answer: WebhookAnswer;

beforeEach(async () => {
  await owner.query("DELETE FROM organizations");
  await owner.query("DELETE FROM notifications");
  member = await createMember(database);
  shop = await connect();
  waiting = [];
  answer = "not_asked";
});

async function connect(): Promise<ConnectedShop> {
  const { orgId } = member;
  return createConnectedShop((text, values) => owner.query(text, values), { orgId });
}

/** Deliveries every twenty minutes for so many days, until the last one. */
async function deliverFor(days: number, { connectionId }: ConnectedShop = shop) {
  await deliverBetween(new Date(LAST - days * 24 * HOUR_MS), new Date(LAST), connectionId);
}

async function deliverBetween(from: Date, to: Date, connectionId = shop.connectionId) {
  await owner.query(
    `INSERT INTO deliveries (org_id, id, connection_id, received_at, topic, dedupe_key, outcome, body_bytes, settled_at)
     SELECT $1, gen_random_uuid(), $2, at, 'order.updated', 'key', CASE WHEN extract(hour FROM at) = 5 THEN 'failed'
       ELSE 'applied' END, 2, at + interval '2 seconds'
     FROM generate_series($4::timestamptz, $3::timestamptz, interval '-20 minutes') at`,
    [member.orgId, connectionId, from, to],
  );
  await owner.query("UPDATE connections SET last_delivery_at = $2 WHERE id = $1", [connectionId, to]);
}

async function run(now: Date) {
  await countHours({ db, now, maxPages: 20 });
  const ended = await endSilences({ db, now });
  const raised = await watchSilences(
    {
      db,
      now,
      isWaiting: async ({ connectionId }) => waiting.includes(connectionId),
      askWebhooks: async () => answer,
    },
    50,
  );
  return { raised: raised.length, ended: ended.length };
}

const silences = async () =>
  (await owner.query("SELECT since, noticed_at, one_in, once_in_weeks, webhooks, ended_at FROM silences"))
    .rows;
const told = async () =>
  (await owner.query("SELECT user_id, kind, category, facts, mail_state FROM notifications")).rows;

describe("hours of deliveries", () => {
  const hours = async () =>
    (await owner.query("SELECT * FROM connection_hours ORDER BY connection_id, hour")).rows;

  test("are counted over a long past, a week at a time, and counting again changes nothing", async () => {
    await deliverFor(60);
    await run(later(1));
    const counted = await hours();
    // Eight weeks and the hours that had begun on both ends.
    expect(counted.length).toBeGreaterThanOrEqual(56 * 24);
    expect(counted.at(-2)).toMatchObject({
      received: 3,
      failed: 0,
      timed: 3,
      lag_sum_ms: "6000",
      lag_max_ms: "2000",
    });
    expect(counted.filter(({ failed }) => failed === 3)).toHaveLength(56);
    await owner.query("UPDATE connection_watches SET counted_delivery_at = NULL, counted_until = NULL");
    await run(later(1));
    expect(await hours()).toEqual(counted);
  });

  test("take in what reaches the database late, behind an outage of it", async () => {
    await deliverFor(1);
    await run(later(0.2));
    await deliverBetween(later(2), later(9));
    await run(later(9.5));
    const last = (await hours()).slice(-4);
    expect(last.map(({ received }) => received)).toEqual([3, 3, 3, 1]);
  });

  test("of a connection that had nothing new are not counted again", async () => {
    await deliverFor(1);
    expect(await countHours({ db, now: later(1), maxPages: 20 })).toBeGreaterThan(0);
    expect(await countHours({ db, now: later(2), maxPages: 20 })).toBe(0);
  });

  test("are forgotten after 13 weeks", async () => {
    await deliverFor(2);
    await run(later(1));
    expect(await purgeHours({ db, now: later(24 * 88), maxBatches: 3 })).toBe(0);
    expect(await purgeHours({ db, now: later(24 * 91 + 2), maxBatches: 3 })).toBeGreaterThan(40);
    expect(await hours()).toEqual([]);
  });
});

describe("a silent shop", () => {
  test("is told of once to those who manage connections, with its odds, and not before an hour", async () => {
    const manager = await createMember(database, { organization: member, role: "manager" });
    for (const role of ["analyst", "member", "viewer"] as const)
      await createMember(database, { organization: member, role });
    await deliverFor(30);
    expect(await run(later(0.9))).toEqual({ raised: 0, ended: 0 });
    expect(await run(later(12))).toEqual({ raised: 1, ended: 0 });
    expect(await run(later(14))).toEqual({ raised: 0, ended: 0 });
    expect(await run(later(40))).toEqual({ raised: 0, ended: 0 });
    const [silence] = await silences();
    expect(silence).toMatchObject({ since: later(0), noticed_at: later(12), ended_at: null });
    expect(Number(silence.one_in)).toBeGreaterThan(10_000);
    expect(silence.once_in_weeks).toBeGreaterThanOrEqual(104);
    const notices = await told();
    expect(notices.map(({ user_id }) => user_id).sort()).toEqual([member.userId, manager.userId].sort());
    expect(notices[0]).toMatchObject({
      kind: "shop_silent",
      category: "service",
      facts: { connection: "Kedai", hours: 12 },
      mail_state: "due",
    });
  });

  test("whose webhooks are off is told of in those words", async () => {
    answer = "switched_off";
    await deliverFor(30);
    await run(later(12));
    expect(await silences()).toMatchObject([{ webhooks: "switched_off" }]);
    expect(await told()).toMatchObject([{ kind: "shop_switched_off" }]);
  });

  test("is over with its next delivery, and its next silence is another", async () => {
    await deliverFor(30);
    await run(later(12));
    await deliverBetween(later(20), later(20));
    expect(await run(later(20.5))).toEqual({ raised: 0, ended: 1 });
    expect(await silences()).toMatchObject([{ ended_at: later(20) }]);
    expect(await run(later(45))).toEqual({ raised: 1, ended: 0 });
    expect(await told()).toHaveLength(2);
  });

  test("is not silent while its deliveries wait for the database", async () => {
    await deliverFor(30);
    waiting = [shop.connectionId];
    expect(await run(later(12))).toEqual({ raised: 0, ended: 0 });
    waiting = [];
    expect(await run(later(12.1))).toEqual({ raised: 1, ended: 0 });
  });

  test("is not told of after too short a time to know it", async () => {
    await deliverFor(10);
    expect(await run(later(100))).toEqual({ raised: 0, ended: 0 });
  });

  test("is not called silent for the time of a pause", async () => {
    await deliverFor(30);
    await run(later(0.5));
    await owner.query("UPDATE connections SET state = 'paused'");
    await owner.query("UPDATE connection_watches SET next_look_at = $1", [later(1)]);
    for (const hour of [2, 20, 40]) await run(later(hour));
    await owner.query("UPDATE connections SET state = 'live'");
    expect(await run(later(40.2))).toEqual({ raised: 0, ended: 0 });
    expect(await run(later(60))).toEqual({ raised: 1, ended: 0 });
  });

  test("does not keep another one from being looked at when it cannot be asked", async () => {
    const other = await connect();
    await deliverFor(30);
    await deliverFor(30, other);
    const seen: string[] = [];
    await countHours({ db, now: later(12), maxPages: 20 });
    const job = {
      db,
      now: later(12),
      askWebhooks: async () => answer,
      isWaiting: async ({ connectionId }: { connectionId: string }) => {
        seen.push(connectionId);
        if (seen.length === 1) throw new Error("away");
        return false;
      },
    };
    const { error } = console;
    console.error = () => undefined;
    try {
      expect(await watchSilences(job, 50)).toHaveLength(1);
    } finally {
      console.error = error;
    }
    expect(await run(later(12.5))).toEqual({ raised: 1, ended: 0 });
  });
});
