import { beforeEach, expect, test } from "vitest";
import { type ConnectedShop, createConnectedShop } from "../../../tests/factories/connected-shop";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { getConnection, listConnections } from "../connections/connections-queries.server";
import { listPulses } from "./pulse-queries.server";

const database = await createTestDatabase();
const { owner } = database;
const NOW = new Date("2026-06-15T04:30:00Z");
const SINCE = "2026-06-14T20:00:00Z";

let member: TestMember;
let shop: ConnectedShop;

beforeEach(async () => {
  member = await createMember(database);
  shop = await createConnectedShop((text, values) => owner.query(text, values), { orgId: member.orgId });
  await owner.query("UPDATE connections SET last_delivery_at = $2 WHERE id = $1", [shop.connectionId, SINCE]);
});

const view = () => member.context("connections.view", { now: () => NOW });
const place = () => [shop.orgId, shop.connectionId];

async function watch(rhythm: object | null) {
  await owner.query(
    "INSERT INTO connection_watches (org_id, connection_id, next_look_at, rhythm) VALUES ($1, $2, now(), $3)",
    [...place(), rhythm],
  );
}

async function silence() {
  await owner.query(
    `INSERT INTO silences (org_id, connection_id, since, noticed_at, one_in, once_in_weeks, webhooks)
     VALUES ($1, $2, $3, $3::timestamptz + interval '8 hours', 12000, 130, 'switched_off')`,
    [...place(), SINCE],
  );
}

test("a connection has no pulse before it was counted, and no usual day before its rhythm is known", async () => {
  expect(await listPulses(view())).toEqual(new Map());
  await watch(null);
  expect((await getConnection(view(), shop)).pulse).toEqual({
    perDay: null,
    lagMs: null,
    longestLagMs: null,
    silence: null,
  });
});

test("its lag is the median of the hours of one day, and the longest of them", async () => {
  await watch({ perDay: 48.5 });
  const hours = [
    ["2026-06-15T04:00:00Z", 1, 900],
    ["2026-06-15T03:00:00Z", 4, 8_000],
    ["2026-06-15T02:00:00Z", 1, 60_000],
    ["2026-06-13T02:00:00Z", 1, 900_000],
  ];
  for (const hour of hours)
    await owner.query(
      `INSERT INTO connection_hours (org_id, connection_id, hour, received, failed, needs_attention, timed,
         lag_sum_ms, lag_max_ms) VALUES ($1, $2, $3, $4, 0, 0, $4, $5, $5)`,
      [...place(), ...hour],
    );
  expect((await getConnection(view(), shop)).pulse).toMatchObject({
    perDay: 48.5,
    lagMs: 2_000,
    longestLagMs: 60_000,
  });
});

test("its silence shows until a delivery comes, before any schedule has ended it, and not in a pause", async () => {
  await watch({ perDay: 48 });
  await silence();
  expect(await getConnection(view(), shop)).toMatchObject({
    health: "quiet",
    pulse: {
      silence: { since: new Date(SINCE), oneIn: 12_000, onceInWeeks: 130, webhooks: "switched_off" },
    },
  });
  await owner.query("UPDATE connections SET state = 'paused' WHERE id = $1", [shop.connectionId]);
  expect((await getConnection(view(), shop)).pulse?.silence).toBeNull();
  await owner.query("UPDATE connections SET state = 'live', last_delivery_at = $2 WHERE id = $1", [
    shop.connectionId,
    NOW,
  ]);
  expect(await getConnection(view(), shop)).toMatchObject({ health: "live", pulse: { silence: null } });
});

test("another organization sees none of it", async () => {
  await watch({ perDay: 48 });
  await silence();
  const stranger = (await createMember(database)).context("connections.view", { now: () => NOW });
  expect(await listConnections(stranger)).toEqual([]);
  expect(await listPulses((await createMember(database)).context("connections.view"))).toEqual(new Map());
});
