import { describe, expect, test } from "vitest";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createSalesRows, type SaleRow } from "../../../tests/factories/sales-rows";
import { createTestDatabase } from "../../../tests/setup/database";
import { explainReads } from "../../../tests/setup/explain";
import { listBuyersByWindow } from "./buyers-queries.server";
import { getDashboard } from "./get-dashboard.server";
import { listSalesByDay, listSalesByWindow } from "./sales-queries.server";

const database = await createTestDatabase();

async function seller(orders: SaleRow[], zone = "Asia/Kuala_Lumpur") {
  const member = await createMember(database, { timeZone: zone });
  const rows = await createSalesRows(database, member.orgId);
  for (const order of orders) await rows.addOrder(order);
  return { member, rows };
}

const dashboardAt = (member: TestMember, now: string) =>
  getDashboard(member.context("dashboard.view", { now: () => new Date(now) }));

/** 3:05 pm in Kuala Lumpur. */
const AFTERNOON = "2026-11-23T07:05:00Z";

describe("[2.1d] revenue", () => {
  test("is gross less refunds of paid, fulfilled and refunded orders", async () => {
    const { member } = await seller([
      { placedAt: "2026-11-23T01:00:00Z", totalMinor: 10_000 },
      { placedAt: "2026-11-23T02:00:00Z", totalMinor: 5_000, refundedMinor: 1_999, status: "fulfilled" },
      { placedAt: "2026-11-23T03:00:00Z", totalMinor: 3_000, refundedMinor: 3_000, status: "refunded" },
    ]);
    const { sales } = await dashboardAt(member, AFTERNOON);
    expect(sales.map((one) => one.windows.today)).toEqual([
      { orders: 3, grossMinor: 18_000, refundedMinor: 4_999 },
    ]);
    expect(sales[0]?.days.at(-1)).toMatchObject({ day: "2026-11-23", netMinor: 13_001 });
  });

  test("leaves out test orders, removed orders and orders that were not paid", async () => {
    const placedAt = "2026-11-23T01:00:00Z";
    const { member } = await seller([
      { placedAt, totalMinor: 100 },
      { placedAt, totalMinor: 200, isTest: true },
      { placedAt, totalMinor: 400, isRemoved: true },
      ...["draft", "pending", "on_hold", "cancelled", "failed"].map((status) => ({
        placedAt,
        totalMinor: 800,
        status,
      })),
    ]);
    const { sales } = await dashboardAt(member, AFTERNOON);
    expect(sales[0]?.windows.month).toMatchObject({ orders: 1, grossMinor: 100 });
  });

  test("is never summed across currencies", async () => {
    const placedAt = "2026-11-20T01:00:00Z";
    const { member } = await seller([
      { placedAt, totalMinor: 100, currency: "SGD" },
      { placedAt, totalMinor: 30, currency: "MYR" },
      { placedAt, totalMinor: 700, currency: "SGD" },
    ]);
    const { sales } = await dashboardAt(member, AFTERNOON);
    expect(sales.map((one) => [one.currency, one.windows.month.grossMinor])).toEqual([
      ["MYR", 30],
      ["SGD", 800],
    ]);
  });
});

describe("a day", () => {
  test.each([
    ["Asia/Kuala_Lumpur", "2026-11-22T15:59:59Z", "2026-11-22T16:00:00Z", AFTERNOON],
    ["America/St_Johns", "2026-11-23T03:29:59Z", "2026-11-23T03:30:00Z", "2026-11-23T20:00:00Z"],
  ])("begins at midnight in %s", async (zone, lastOfYesterday, firstOfToday, now) => {
    const { member } = await seller(
      [
        { placedAt: lastOfYesterday, totalMinor: 1 },
        { placedAt: firstOfToday, totalMinor: 10 },
      ],
      zone,
    );
    const { sales } = await dashboardAt(member, now);
    expect(sales[0]?.windows.today).toMatchObject({ orders: 1, grossMinor: 10 });
    expect(sales[0]?.days.slice(-2)).toMatchObject([
      { day: "2026-11-22", netMinor: 1 },
      { day: "2026-11-23", netMinor: 10 },
    ]);
  });

  test("of the change of clocks has 25 hours and is counted once", async () => {
    const { member } = await seller(
      [
        { placedAt: "2026-11-01T02:30:00Z", totalMinor: 1 },
        { placedAt: "2026-11-02T03:29:59Z", totalMinor: 10 },
        { placedAt: "2026-11-02T03:30:00Z", totalMinor: 100 },
      ],
      "America/St_Johns",
    );
    const { sales } = await dashboardAt(member, "2026-11-02T20:00:00Z");
    expect(sales[0]?.days.slice(-2)).toMatchObject([
      { day: "2026-11-01", netMinor: 11 },
      { day: "2026-11-02", netMinor: 100 },
    ]);
  });
});

describe("the comparison", () => {
  test("[2.1f] takes the 30 days before, up to the same time of day", async () => {
    const { member } = await seller([
      { placedAt: "2026-09-24T15:59:59Z", totalMinor: 1 },
      { placedAt: "2026-09-24T16:00:00Z", totalMinor: 10 },
      { placedAt: "2026-10-24T07:04:59Z", totalMinor: 100 },
      { placedAt: "2026-10-24T07:05:00Z", totalMinor: 1_000 },
      { placedAt: "2026-10-24T16:00:00Z", totalMinor: 10_000 },
    ]);
    const { sales } = await dashboardAt(member, AFTERNOON);
    expect(sales[0]?.windows).toMatchObject({ month: { grossMinor: 10_000 }, before: { grossMinor: 110 } });
  });

  test("of today takes yesterday up to the same time of day", async () => {
    const { member } = await seller([
      { placedAt: "2026-11-22T07:04:59Z", totalMinor: 1 },
      { placedAt: "2026-11-22T07:05:00Z", totalMinor: 10 },
      { placedAt: AFTERNOON, totalMinor: 100 },
    ]);
    const { sales } = await dashboardAt(member, AFTERNOON);
    expect(sales[0]?.windows).toMatchObject({ today: { grossMinor: 100 }, yesterday: { grossMinor: 1 } });
  });
});

describe("customers", () => {
  test("are new by their first counted order ever, and count once however often they order", async () => {
    const { member, rows } = await seller([]);
    const [siti, boon, chandra] = [
      await rows.addCustomer("Siti"),
      await rows.addCustomer("Boon"),
      await rows.addCustomer("Chandra"),
    ];
    const order = (customerId: string | null, placedAt: string, status = "paid") =>
      rows.addOrder({ customerId, placedAt, totalMinor: 100, status });
    await order(siti, "2026-11-10T01:00:00Z");
    await order(siti, "2026-11-23T01:00:00Z");
    await order(boon, "2025-01-01T01:00:00Z");
    await order(boon, "2026-11-23T01:00:00Z");
    // A cancelled first order does not make the next one a return.
    await order(chandra, "2026-01-01T01:00:00Z", "cancelled");
    await order(chandra, "2026-11-23T02:00:00Z");
    await order(null, "2026-11-23T03:00:00Z");
    const { buyers, sales } = await dashboardAt(member, AFTERNOON);
    expect(buyers.month).toEqual({ new: 2, returning: 1 });
    expect(buyers.today).toEqual({ new: 1, returning: 2 });
    expect(sales[0]?.windows.today.orders).toBe(4);
  });
});

describe("the dashboard", () => {
  test("shows the newest orders first, whatever their status, without removed ones", async () => {
    const { member } = await seller([
      { placedAt: "2026-11-20T01:00:00Z", totalMinor: 1, status: "pending" },
      { placedAt: "2026-11-22T01:00:00Z", totalMinor: 3 },
      { placedAt: "2026-11-21T01:00:00Z", totalMinor: 2, isRemoved: true },
    ]);
    const { latestOrders, isConnected } = await dashboardAt(member, AFTERNOON);
    expect(latestOrders.map((order) => order.totalMinor)).toEqual([3, 1]);
    expect(isConnected).toBe(true);
  });

  test("costs one round trip", async () => {
    const { member } = await seller([{ placedAt: AFTERNOON, totalMinor: 1 }]);
    const before = await database.roundTrips();
    await dashboardAt(member, AFTERNOON);
    const after = await database.roundTrips();
    expect(after.httpRequests - before.httpRequests).toBe(1);
  });

  test("never shows another organization's orders", async () => {
    await seller([{ placedAt: "2026-11-23T01:00:00Z", totalMinor: 999 }]);
    const stranger = await createMember(database);
    const { sales, latestOrders, buyers, isConnected } = await dashboardAt(stranger, AFTERNOON);
    expect(sales.map((one) => one.windows.month.orders)).toEqual([0]);
    expect(latestOrders).toEqual([]);
    expect(buyers.month).toEqual({ new: 0, returning: 0 });
    expect(isConnected).toBe(false);
  });

  test.each([
    ["sales per window", listSalesByWindow],
    ["sales per day", listSalesByDay],
    ["buyers", listBuyersByWindow],
  ])("reads %s through the index of counted orders, never the whole table", async (_name, list) => {
    const { member, rows } = await seller([]);
    // Three years of orders, so that the 60 days are a small part of them.
    const buyers = await Promise.all(Array.from({ length: 20 }, (_, i) => rows.addCustomer(`Buyer ${i}`)));
    await database.owner.query(
      `INSERT INTO orders (org_id, id, shop_id, external_id, number, customer_id, status, source_status, currency, total_minor,
         tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test, is_cash_on_delivery, version_at,
         version_rank, version_hash)
       SELECT $1, gen_random_uuid(), $2, i::text, i::text, ($4::uuid[])[1 + i % 20], 'paid', 'paid', 'MYR', 100, 0, 0, 0, 100,
         $3::timestamptz - i * interval '3 hours', false, false, now(), 0, ''
       FROM generate_series(1, 9000) i`,
      [member.orgId, rows.shopId, AFTERNOON, buyers],
    );
    await database.owner.query("ANALYZE orders");
    const ctx = member.context("dashboard.view", { now: () => new Date(AFTERNOON) });
    const [plan] = await explainReads(database, member.orgId, ctx, list);
    expect(plan?.indexes).toContain("orders_revenue_idx");
  });
});
