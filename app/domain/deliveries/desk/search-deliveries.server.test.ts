import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import type { OrgContext } from "~/domain/context";
import { openTestShop, type TestShop, wooReceived } from "../../../../tests/factories/deliveries";
import { createMember, type TestMember } from "../../../../tests/factories/org-context";
import { createTestDatabase } from "../../../../tests/setup/database";
import { explainReads } from "../../../../tests/setup/explain";
import { listDeliveries } from "../deliveries-queries.server";
import { type DeliveryFilters, NO_FILTERS } from "../delivery-filters";

const database = await createTestDatabase();
const NOW = new Date("2026-11-23T07:05:00Z");
let aina: TestMember;
let shop: TestShop;
let other: TestShop;
const ids: Record<string, string> = {};

beforeAll(async () => {
  aina = await createMember(database);
  shop = await openTestShop(database, { orgId: aina.orgId });
  other = await openTestShop(database, { orgId: aina.orgId });
  const buyer = (email: string, phone: string, first_name: string) => ({
    billing: { first_name, last_name: "Rahman", email, phone, country: "MY" },
  });
  const send = async (
    to: TestShop,
    key: string,
    id: number,
    number: string,
    given: object,
    receivedAt: string,
  ) => {
    const body = { ...wooOrderBody({ id }), number, ...given };
    const delivery = wooReceived(body, { topic: "order.created", receivedAt });
    await to.deliver(delivery);
    ids[key] = delivery.id;
  };
  const siti = buyer("siti@kedai.my", "012-345 6789", "Siti");
  await send(shop, "siti", 727, "KSR-9001", siti, "2026-11-20T08:00:00.000Z");
  await send(shop, "sitiAgain", 728, "KSR-9002", siti, "2026-11-21T18:00:00.000Z");
  await send(
    other,
    "badrul",
    727,
    "9003",
    buyer("badrul@kedai.my", "019-876 5432", "Badrul"),
    "2026-11-22T08:00:00.000Z",
  );
});

const context = () => aina.context("deliveries.view", { now: () => NOW });
const find = async (filters: Partial<DeliveryFilters>) => {
  const { deliveries } = await listDeliveries(context(), { ...NO_FILTERS, ...filters }, {});
  return deliveries.map(({ id }) => Object.keys(ids).find((key) => ids[key] === id));
};

describe("the log is searched", () => {
  test.each([
    ["the number that people call an order", "KSR-9001", ["siti"]],
    ["the same with a hash and in lower case", "#ksr-9001", ["siti"]],
    ["the platform's own number, of every shop", "727", ["badrul", "siti"]],
    ["a subject", "order:728", ["sitiAgain"]],
    ["a customer's name", "siti rahman", ["sitiAgain", "siti"]],
    ["a customer's email", "badrul@kedai.my", ["badrul"]],
    ["a customer's phone, however it is written", "+60 12 345 6789", ["sitiAgain", "siti"]],
    ["nothing that fits", "Zulkifli", []],
  ])("by %s", async (_name, q, expected) => {
    expect(await find({ q })).toEqual(expected);
  });

  test("by name finds only the shop whose order it is, though numbers repeat", async () => {
    expect(await find({ q: "badrul" })).toEqual(["badrul"]);
  });

  test("between days of the organization's calendar, the last one wholly", async () => {
    expect(await find({ from: "2026-11-22" })).toEqual(["badrul", "sitiAgain"]);
    expect(await find({ from: "2026-11-22", to: "2026-11-22" })).toEqual(["badrul", "sitiAgain"]);
    expect(await find({ to: "2026-11-20" })).toEqual(["siti"]);
  });

  test("together with connection, outcome and topic", async () => {
    expect(await find({ q: "727", connection: other.connectionId })).toEqual(["badrul"]);
    expect(await find({ q: "727", outcome: "failed" })).toEqual([]);
    expect(await find({ topic: "order.created", outcome: "applied", q: "728" })).toEqual(["sitiAgain"]);
  });

  test("within the own organization only", async () => {
    const stranger = await createMember(database);
    const page = await listDeliveries(stranger.context("deliveries.view"), { ...NO_FILTERS, q: "siti" }, {});
    expect(page.deliveries).toEqual([]);
  });
});

describe("with many deliveries", () => {
  beforeAll(async () => {
    await database.owner.query(
      `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, subject, dedupe_key, outcome, reason, body_bytes)
       SELECT $1, gen_random_uuid(), timestamptz '2026-09-05' + n * interval '90 seconds', $2,
         (ARRAY['order.updated', 'product.updated'])[1 + n % 2], 'order:x' || n, $3 || n,
         CASE WHEN n % 500 = 0 THEN 'failed' WHEN n % 400 = 0 THEN 'stale' ELSE 'applied' END, NULL, 2
       FROM generate_series(1, 60000) n`,
      [aina.orgId, shop.connectionId, randomUUID()],
    );
    await database.owner.query("ANALYZE deliveries, orders, connections, customers, identities");
  });

  const plansOf = async (filters: Partial<DeliveryFilters>) => {
    const work = (ctx: OrgContext) => listDeliveries(ctx, { ...NO_FILTERS, ...filters }, {});
    return explainReads(database, aina.orgId, context(), work);
  };

  test.each<[string, Partial<DeliveryFilters>]>([
    ["all", {}],
    ["a connection's", { connection: "" }],
    ["a topic's", { topic: "product.updated" }],
    ["what failed", { outcome: "failed" }],
    ["what was outdated", { outcome: "stale" }],
    ["the last month's", { period: "month" }],
    ["some days'", { from: "2026-10-01", to: "2026-10-02" }],
  ])("%s are read through an index in their order, never sorted or read whole", async (_name, given) => {
    const filters = given.connection === "" ? { connection: shop.connectionId } : given;
    for (const { steps } of await plansOf(filters)) {
      expect(steps).not.toContain("Seq Scan on deliveries");
      expect(steps).not.toContain("Sort");
      expect(steps.filter((step) => step === "Bitmap Heap Scan")).toEqual([]);
    }
  });

  test("a search goes by the index of subjects", async () => {
    const plans = await plansOf({ q: "siti rahman" });
    expect(plans.flatMap(({ indexes }) => indexes).filter((name) => name.includes("subject"))).not.toEqual(
      [],
    );
  });
});
