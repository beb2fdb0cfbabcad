import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { listDeliveries } from "./deliveries-queries.server";
import { type DeliveryFilters, NO_FILTERS } from "./delivery-filters";
import { listShopTroubles, listTroubles } from "./desk/troubles-queries.server";
import { getDelivery } from "./get-delivery.server";

const database = await createTestDatabase();
const run = (statement: string, values: unknown[]) => database.owner.query(statement, values);
const NOW = new Date("2026-11-23T07:05:00Z");
const MINUTE_MS = 60_000;
const ALL: DeliveryFilters = NO_FILTERS;

type DeliveryRow = {
  minutesAgo?: number;
  topic?: string;
  subject?: string;
  outcome?: string;
  reason?: string;
  dedupeKey?: string;
  body?: string | null;
};

async function seller() {
  const member = await createMember(database);
  const { connectionId } = await createConnectedShop(run, { orgId: member.orgId });
  const add = async (row: DeliveryRow = {}, connection = connectionId): Promise<string> => {
    const id = randomUUID();
    await run(
      `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, subject, dedupe_key, outcome, reason,
         body, body_bytes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 2)`,
      [
        member.orgId,
        id,
        new Date(NOW.getTime() - (row.minutesAgo ?? 0) * MINUTE_MS),
        connection,
        row.topic ?? "order.created",
        row.subject ?? null,
        row.dedupeKey ?? id,
        row.outcome ?? "applied",
        row.reason ?? null,
        row.body === undefined ? '{"id":7}' : row.body,
      ],
    );
    return id;
  };
  return { member, connectionId, add };
}

const view = (member: TestMember) => member.context("deliveries.view", { now: () => NOW });
const idsOf = (page: { deliveries: { id: string }[] }) => page.deliveries.map((one) => one.id);

describe("the delivery log", () => {
  test("[2.2d] shows what arrived, newest first, with what became of it and why", async () => {
    const { member, add } = await seller();
    const older = await add({ minutesAgo: 10 });
    const newer = await add({ minutesAgo: 5, outcome: "needs_attention", reason: "unknown_topic" });
    const { deliveries } = await listDeliveries(view(member), ALL, {});
    expect(deliveries.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([
      [newer, "needs_attention", "unknown_topic"],
      [older, "applied", null],
    ]);
  });

  test("narrows by outcome, topic, time, connection and the shop's own number", async () => {
    const { member, connectionId, add } = await seller();
    const other = await createConnectedShop(run, { orgId: member.orgId });
    const failed = await add({ outcome: "failed", reason: "internal" });
    const product = await add({ topic: "product.updated", subject: "product:9", minutesAgo: 60 });
    const old = await add({ minutesAgo: 3 * 24 * 60, subject: "order:727" });
    const elsewhere = await add({ minutesAgo: 1 }, other.connectionId);
    const find = async (filters: Partial<DeliveryFilters>) =>
      idsOf(await listDeliveries(view(member), { ...ALL, ...filters }, {}));
    expect(await find({ outcome: "failed" })).toEqual([failed]);
    expect(await find({ reason: "internal" })).toEqual([failed]);
    expect(await find({ topic: "product.updated" })).toEqual([product]);
    expect(await find({ period: "day" })).toEqual([failed, elsewhere, product]);
    expect(await find({ period: "day", connection: connectionId })).toEqual([failed, product]);
    expect(await find({ q: "#727" })).toEqual([old]);
    expect(await find({ q: "product:9" })).toEqual([product]);
  });

  test.each([
    ["over all connections", false],
    ["of one connection", true],
  ])("pages forth and back %s without losing or doubling a row", async (_name, isOne) => {
    const { member, connectionId, add } = await seller();
    const ids: string[] = [];
    for (let i = 0; i < 120; i += 1) ids.push(await add({ minutesAgo: Math.floor(i / 3) }));
    const filters = { ...ALL, connection: isOne ? connectionId : null };
    const first = await listDeliveries(view(member), filters, {});
    const second = await listDeliveries(view(member), filters, { after: first.next ?? "" });
    const third = await listDeliveries(view(member), filters, { after: second.next ?? "" });
    const seen = [first, second, third].flatMap(idsOf);
    expect(seen).toHaveLength(120);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect([first.previous, third.next]).toEqual([null, null]);
    const back = await listDeliveries(view(member), filters, { before: third.previous ?? "" });
    expect(idsOf(back)).toEqual(idsOf(second));
  });

  test("folds repetitions under what they repeat", async () => {
    const { member, add } = await seller();
    const first = await add({ dedupeKey: "k", minutesAgo: 2 });
    await add({ dedupeKey: "k", minutesAgo: 1, outcome: "duplicate", body: null });
    await add({ dedupeKey: "k", outcome: "duplicate", body: null });
    const { deliveries } = await listDeliveries(view(member), ALL, {});
    expect(deliveries.map((one) => [one.id, one.repeats.length])).toEqual([[first, 2]]);
  });

  test("groups what is in trouble by reason, the largest group first", async () => {
    const { member, add } = await seller();
    for (let i = 0; i < 3; i += 1) await add({ outcome: "needs_attention", reason: "unknown_topic" });
    await add({ outcome: "failed", reason: "internal" });
    await add({ outcome: "failed", reason: "internal", minutesAgo: 8 * 24 * 60 });
    await add();
    const troubles = await listTroubles(view(member), ALL);
    expect(troubles.map(({ outcome, reason, count }) => [outcome, reason, count])).toEqual([
      ["needs_attention", "unknown_topic", 3],
      ["failed", "internal", 1],
    ]);
  });

  test("keeps the groups of two connections apart, with the first and the last of each", async () => {
    const { member, connectionId, add } = await seller();
    const other = await createConnectedShop(run, { orgId: member.orgId });
    await add({ outcome: "failed", reason: "internal", minutesAgo: 60 });
    await add({ outcome: "failed", reason: "internal", minutesAgo: 5 });
    await add({ outcome: "failed", reason: "internal" }, other.connectionId);
    const troubles = await listTroubles(view(member), ALL);
    expect(troubles.map(({ connectionId, count }) => [connectionId, count])).toEqual([
      [connectionId, 2],
      [other.connectionId, 1],
    ]);
    const minutes = troubles.map(({ firstAt, lastAt }) => (lastAt.getTime() - firstAt.getTime()) / MINUTE_MS);
    expect(minutes).toEqual([55, 0]);
  });

  test("tells of refused signatures and of another shop, each with its connection", async () => {
    const { member, connectionId } = await seller();
    await run(
      "INSERT INTO refusals (org_id, connection_id, minute, reason, count) VALUES ($1, $2, $3, 'bad_signature', 4)",
      [member.orgId, connectionId, new Date(NOW.getTime() - 3 * MINUTE_MS)],
    );
    await run("UPDATE connections SET mismatched_shop = 'other.my' WHERE id = $1", [connectionId]);
    expect(await listShopTroubles(view(member), ALL)).toMatchObject([
      { kind: "bad_signature", connectionId, count: 4 },
      { kind: "other_shop", connectionId, shop: "other.my" },
    ]);
  });
});

describe("one delivery", () => {
  test("shows its payload, and what else came about the same record", async () => {
    const { member, add } = await seller();
    const created = await add({ subject: "order:7", minutesAgo: 3 });
    const updated = await add({ subject: "order:7", topic: "order.updated" });
    await add({ subject: "order:8" });
    const delivery = await getDelivery(view(member), { deliveryId: created });
    expect(delivery.payload).toEqual({
      kind: "shown",
      text: '{\n  "id": 7\n}',
      isCut: false,
      isMasked: false,
    });
    expect(delivery.related.map((one) => one.id)).toEqual([updated, created]);
  });

  test("of another organization is not found, in the log neither", async () => {
    const { add } = await seller();
    const deliveryId = await add();
    const stranger = await createMember(database);
    await expect(getDelivery(view(stranger), { deliveryId })).rejects.toMatchObject({ code: "not_found" });
    expect((await listDeliveries(view(stranger), ALL, {})).deliveries).toEqual([]);
    expect(await listTroubles(view(stranger), ALL)).toEqual([]);
    expect(await listShopTroubles(view(stranger), ALL)).toEqual([]);
  });

  test("is refused to a role that may not see deliveries", async () => {
    const { member, add } = await seller();
    const analyst = await createMember(database, { organization: member, role: "analyst" });
    const deliveryId = await add();
    await expect(getDelivery(view(analyst), { deliveryId })).rejects.toMatchObject({ code: "forbidden" });
  });
});
