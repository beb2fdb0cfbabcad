import { describe, expect, test, vi } from "vitest";
import { wooCustomerBody } from "~/connectors/woocommerce/fixtures/customer-body";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { wooDeletedBody } from "~/connectors/woocommerce/fixtures/other-bodies";
import { wooProductBody } from "~/connectors/woocommerce/fixtures/product-body";
import { type AskedShop, createAskedShop } from "../../../tests/factories/asked-shop";
import { wooReceived } from "../../../tests/factories/deliveries";
import { createMember } from "../../../tests/factories/org-context";
import { apiOf } from "../../../tests/fakes/fake-api";
import { FakeWooShop, type WooShopOptions } from "../../../tests/fakes/woo-shop";
import { createTestDatabase } from "../../../tests/setup/database";
import { actOnSync } from "../receipts/act-on-sync.server";
import { resumeBackfill, startBackfill } from "./start-backfill.server";

const database = await createTestDatabase();
const { owner } = database;

async function open(options: WooShopOptions = {}) {
  const woo = new FakeWooShop(options);
  const shop = await createAskedShop(database, apiOf({ "kedai.my": woo }));
  return { woo, shop };
}

function fill(woo: FakeWooShop, orders: number): void {
  for (let id = 1; id <= orders; id++)
    woo.put("orders", wooOrderBody({ id, customerId: 25, createdAt: "2026-11-20T08:15:00Z" }));
  woo.put("customers", wooCustomerBody({ id: 25 }));
  woo.put("products", wooProductBody({ id: 91 }));
}

const count = async (shop: AskedShop, table: string) =>
  (await owner.query(`SELECT count(*)::int AS n FROM ${table} WHERE org_id = $1`, [shop.orgId])).rows[0].n;
const actions = async (shop: AskedShop) =>
  (
    await owner.query(
      "SELECT action, facts FROM audit_log WHERE org_id = $1 AND action LIKE 'backfill%' ORDER BY seq",
      [shop.orgId],
    )
  ).rows;

describe("[1.2b] [1.2c] the past of a shop", () => {
  test("comes with its customers, products and orders, and without a delivery", async () => {
    const { woo, shop } = await open();
    fill(woo, 130);
    const jobId = await shop.begin();
    await shop.finish(jobId);
    expect(await shop.jobRow(jobId)).toMatchObject({
      state: "done",
      done: 132,
      total: 132,
      failed: 0,
      result: { read: { customer: 1, product: 1, order: 130 }, unread: 0 },
    });
    expect([
      await count(shop, "orders"),
      await count(shop, "customers"),
      await count(shop, "products"),
    ]).toEqual([130, 1, 1]);
    expect(await count(shop, "deliveries")).toBe(0);
    const {
      rows: [connection],
    } = await owner.query("SELECT last_delivery_at FROM connections WHERE id = $1", [shop.connectionId]);
    expect(connection.last_delivery_at).toBeNull();
    expect((await actions(shop)).map(({ action }) => action)).toEqual([
      "backfill.started",
      "backfill.finished",
    ]);
  });

  test("is told with progress: how much there is at all is known after the first step", async () => {
    const { woo, shop } = await open();
    fill(woo, 130);
    const jobId = await shop.begin();
    let steps = 0;
    const tell = async () => {
      steps += 1;
      if (steps === 1) expect(await shop.jobRow(jobId)).toMatchObject({ done: 0, total: 132 });
      if (steps === 4) expect(await shop.jobRow(jobId)).toMatchObject({ done: 102, total: 132 });
    };
    await shop.finish(jobId, { tell });
    expect(steps).toBeGreaterThan(4);
  });

  test("goes back as far as was asked for; customers and products come whole", async () => {
    const { woo, shop } = await open();
    fill(woo, 2);
    woo.put(
      "orders",
      wooOrderBody({ id: 900, createdAt: "2026-03-01T00:00:00Z", modifiedAt: "2026-11-01T00:00:00Z" }),
    );
    await shop.finish(await shop.begin("three_months"));
    expect([await count(shop, "orders"), await count(shop, "customers")]).toEqual([2, 1]);
  });

  test("gives the same rows when a webhook told of it before, and when it does after", async () => {
    const { woo, shop } = await open();
    const body = wooOrderBody({ id: 1 });
    woo.put("orders", body);
    await shop.deliver(wooReceived(body, { topic: "order.created" }));
    await shop.finish(await shop.begin());
    await shop.deliver(wooReceived(body, { topic: "order.updated" }));
    expect([await count(shop, "orders"), await count(shop, "customers")]).toEqual([1, 1]);
  });

  test("does not bring back what a webhook said is gone", async () => {
    const { woo, shop } = await open();
    woo.put("orders", wooOrderBody({ id: 1 }));
    await shop.deliver(wooReceived(wooDeletedBody(1), { topic: "order.deleted" }));
    await shop.finish(await shop.begin());
    const { rows } = await owner.query("SELECT removed_at FROM orders WHERE org_id = $1", [shop.orgId]);
    expect(rows).toMatchObject([{ removed_at: expect.any(Date) }]);
  });

  test("takes nobody out of the trash by orders from before, but by a newer one", async () => {
    const { woo, shop } = await open();
    woo.put("orders", wooOrderBody({ id: 1, createdAt: "2026-11-20T08:15:00Z" }));
    await shop.deliver(
      wooReceived(wooOrderBody({ id: 2, createdAt: "2026-11-20T09:00:00Z" }), { topic: "order.created" }),
    );
    const trash = "UPDATE customers SET deleted_at = '2026-11-21T00:00:00Z' WHERE org_id = $1";
    await owner.query(trash, [shop.orgId]);
    await shop.finish(await shop.begin());
    const trashed = async () =>
      (await owner.query("SELECT deleted_at FROM customers WHERE org_id = $1", [shop.orgId])).rows[0]
        .deleted_at;
    expect(await trashed()).not.toBeNull();
    woo.put("orders", wooOrderBody({ id: 3, createdAt: "2026-11-22T09:00:00Z" }));
    await shop.finish(await shop.begin());
    expect(await trashed()).toBeNull();
  });
});

describe("what cannot be read", () => {
  test("is listed with its reason, and the rest is applied; once it can, it leaves the list", async () => {
    const { woo, shop } = await open();
    fill(woo, 3);
    woo.put("orders", { ...wooOrderBody({ id: 2 }), total: "abc" });
    const jobId = await shop.begin();
    await shop.finish(jobId);
    expect(await shop.jobRow(jobId)).toMatchObject({ state: "done", failed: 1 });
    const listed = () =>
      owner.query("SELECT kind, external_id, reason, detail FROM unread_records WHERE org_id = $1", [
        shop.orgId,
      ]);
    expect((await listed()).rows).toEqual([
      {
        ...{ kind: "order", external_id: "2", reason: "unmappable_body" },
        detail: "total: expected a decimal amount",
      },
    ]);
    expect(await count(shop, "orders")).toBe(2);
    woo.put("orders", wooOrderBody({ id: 2 }));
    await shop.finish(await shop.begin());
    expect((await listed()).rows).toEqual([]);
    expect(await count(shop, "orders")).toBe(3);
  });
});

describe("a shop that does not answer", () => {
  test("is left alone as long as it asks, and then read on", async () => {
    const { woo, shop } = await open();
    fill(woo, 1);
    const jobId = await shop.begin();
    woo.planned.push(() => new Response("", { status: 429, headers: { "Retry-After": "600" } }));
    expect(await shop.turn(jobId)).toEqual({ againInSeconds: 600 });
    expect(await shop.turn(jobId)).toBe("over");
    expect(await shop.jobRow(jobId)).toMatchObject({ state: "running" });
    await owner.query("UPDATE jobs SET leased_until = NULL WHERE id = $1", [jobId]);
    await shop.finish(jobId);
    expect(await shop.jobRow(jobId)).toMatchObject({ state: "done" });
  });

  test("whose keys are refused ends it with words, and marks the keys", async () => {
    const { shop } = await open({ key: "ck_other" });
    const jobId = await shop.begin();
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await shop.finish(jobId);
    error.mockRestore();
    expect(await shop.jobRow(jobId)).toMatchObject({
      state: "failed",
      error_key: "receipts:problems.keys_refused",
    });
    const { rows } = await owner.query("SELECT broken_reason FROM connection_credentials WHERE org_id = $1", [
      shop.orgId,
    ]);
    expect(rows).toEqual([{ broken_reason: "receipts:problems.keys_refused" }]);
  });
});

describe("stopping", () => {
  test("keeps the place, from which it can be gone on with", async () => {
    const { woo, shop } = await open();
    fill(woo, 250);
    const jobId = await shop.begin();
    const ctx = shop.member.context("connections.manage");
    let steps = 0;
    const stop = async () => {
      steps += 1;
      if (steps === 4) await actOnSync(ctx, shop.connectionId, { intent: "cancel", jobId });
    };
    await shop.finish(jobId, { tell: stop });
    // The step that was under way is finished and kept.
    expect(await count(shop, "orders")).toBe(199);
    const asked = woo.asked.length;
    const again = await resumeBackfill(shop.member.context("connections.manage"), shop);
    await shop.finish(again);
    expect(await count(shop, "orders")).toBe(250);
    expect(woo.asked.slice(asked).every((question) => !question.startsWith("customers"))).toBe(true);
  });

  test("is asked for on the page of its own connection", async () => {
    const { shop } = await open();
    const jobId = await shop.begin();
    const ctx = shop.member.context("connections.manage");
    for (const connectionId of [shop.shopId, "malformed"])
      await expect(actOnSync(ctx, connectionId, { intent: "cancel", jobId })).rejects.toMatchObject({
        code: "not_found",
      });
    expect(await shop.jobRow(jobId)).toMatchObject({ state: "queued" });
    await actOnSync(ctx, shop.connectionId, { intent: "cancel", jobId });
    expect(await shop.jobRow(jobId)).toMatchObject({ state: "cancelled" });
  });

  test("refuses a second reading of the same shop at once", async () => {
    const { shop } = await open();
    await shop.begin();
    await expect(shop.begin()).rejects.toMatchObject({
      code: "conflict",
      messageKey: "errors:jobs.isRunning",
    });
  });

  test("refuses a shop without keys, and another organization's", async () => {
    const { shop } = await open();
    await owner.query("DELETE FROM connection_credentials WHERE org_id = $1", [shop.orgId]);
    await expect(shop.begin()).rejects.toMatchObject({ messageKey: "receipts:problems.no_keys" });
    const other = await createMember(database);
    const { connectionId } = shop;
    await expect(
      startBackfill(other.context("connections.manage"), { connectionId, period: "all" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});
