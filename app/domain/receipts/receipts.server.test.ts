import { describe, expect, test } from "vitest";
import { saleBody } from "~/connectors/onpay/fixtures/sale-body";
import { type WooOrderInput, wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { type AskedShop, createAskedShop } from "../../../tests/factories/asked-shop";
import { receivedFrom, wooReceived } from "../../../tests/factories/deliveries";
import { createMember } from "../../../tests/factories/org-context";
import { apiOf } from "../../../tests/fakes/fake-api";
import { FakeOnPayAccount } from "../../../tests/fakes/onpay-account";
import { FakeWooShop } from "../../../tests/fakes/woo-shop";
import { createTestDatabase } from "../../../tests/setup/database";
import { countShop } from "./count-shop.server";
import { fetchGaps } from "./fetch-gaps.server";
import { pollShop } from "./poll-shop.server";

const database = await createTestDatabase();
const { owner } = database;
const NOW = "2026-11-23T04:00:00.000Z";

async function open() {
  const woo = new FakeWooShop();
  const shop = await createAskedShop(database, apiOf({ "kedai.my": woo }), { now: NOW });
  const poll = () => pollShop(shop.tools, shop.orgId, shop.connectionId);
  const receipt = () => countShop(shop.tools, shop.orgId, shop.connectionId);
  return { woo, shop, poll, receipt };
}

const order = (id: number, input: WooOrderInput = {}) =>
  wooOrderBody({ id, createdAt: "2026-11-22T08:15:00Z", ...input });
const rows = async (shop: AskedShop, text: string) => (await owner.query(text, [shop.orgId])).rows;
const statuses = (shop: AskedShop) =>
  rows(shop, "SELECT external_id, status FROM orders WHERE org_id = $1 ORDER BY external_id");

describe("asking for what changed", () => {
  test("[2.1c] makes up for a delivery that was lost, once", async () => {
    const { woo, shop, poll } = await open();
    await shop.deliver(wooReceived(order(1, { status: "pending" }), { topic: "order.created" }));
    woo.put("orders", order(1, { modifiedAt: "2026-11-23T03:50:00Z" }));
    woo.put("orders", order(2, { createdAt: "2026-11-23T03:55:00Z" }));
    expect(await poll()).toEqual({ records: 2, problem: null });
    expect(await statuses(shop)).toEqual([
      { external_id: "1", status: "paid" },
      { external_id: "2", status: "paid" },
    ]);
    expect(await poll()).toEqual({ records: 0, problem: null });
    const [state] = await rows(shop, "SELECT polled_at, next_poll_at FROM shop_polls WHERE org_id = $1");
    expect(state).toEqual({ polled_at: new Date(NOW), next_poll_at: new Date(Date.parse(NOW) + 600_000) });
  });

  test("of a shop that gives no answer happens more and more rarely, and says why", async () => {
    const { woo, shop, poll } = await open();
    const pauses: number[] = [];
    for (let n = 0; n < 3; n++) {
      for (let i = 0; i < 3; i++) woo.planned.push(() => new Response("", { status: 502 }));
      expect(await poll()).toMatchObject({ problem: "receipts:problems.busy" });
      const [state] = await rows(shop, "SELECT next_poll_at, poll_problem FROM shop_polls WHERE org_id = $1");
      pauses.push((state.next_poll_at.getTime() - Date.parse(NOW)) / 60_000);
      expect(state.poll_problem).toBe("receipts:problems.busy");
    }
    expect(pauses).toEqual([10, 20, 40]);
    await poll();
    const [state] = await rows(shop, "SELECT poll_problem, poll_failures FROM shop_polls WHERE org_id = $1");
    expect(state).toEqual({ poll_problem: null, poll_failures: 0 });
  });

  test("[1.3c] looks at an unpaid sale of OnPay again until it is paid", async () => {
    const account = new FakeOnPayAccount();
    const api = apiOf({ "kedai.onpay.my": account });
    const shop = await createAskedShop(database, api, { platform: "onpay", now: NOW });
    const sale = { ...saleBody({ created_at: "2026-11-20 15:59:00" }), id: 5 };
    const unpaid = { event_type: "sale.created", sale: { ...sale, status: 0 } };
    account.put({ ...sale, status: 0 });
    await shop.deliver(receivedFrom("onpay", unpaid, { topic: "sale.created" }));
    await pollShop(shop.tools, shop.orgId, shop.connectionId);
    expect(await statuses(shop)).toEqual([{ external_id: "5", status: "pending" }]);
    account.put(sale);
    shop.clock.now = new Date("2026-11-23T04:10:00.000Z");
    await pollShop(shop.tools, shop.orgId, shop.connectionId);
    expect(await statuses(shop)).toEqual([{ external_id: "5", status: "paid" }]);
  });
});

describe("receipts", () => {
  const receipts = (shop: AskedShop) =>
    rows(
      shop,
      `SELECT day::text, currency, shop_count, shop_minor::int, own_count, own_minor::int, missing, differing
       FROM receipts WHERE org_id = $1 ORDER BY day, currency`,
    );
  const gaps = (shop: AskedShop) =>
    rows(
      shop,
      `SELECT external_id, kind, number, day::text, shop_minor::int, own_minor::int
       FROM receipt_gaps WHERE org_id = $1 ORDER BY external_id`,
    );

  async function openWithGaps() {
    const opened = await open();
    const { woo, shop } = opened;
    // 23:30 and 00:30 in Kuala Lumpur.
    const late = { createdAt: "2026-11-20T15:30:00Z" };
    const early = { createdAt: "2026-11-20T16:30:00Z" };
    for (const [id, input] of [
      [1, late],
      [2, early],
      [3, early],
      [4, { ...early, currency: "SGD" }],
    ] as const)
      woo.put("orders", order(id, input));
    woo.put("orders", order(5, { ...early, status: "checkout-draft" }));
    await shop.deliver(
      wooReceived(order(1, late), { topic: "order.created" }),
      wooReceived(order(2, { ...early, shippingMinor: 0, modifiedAt: "2026-11-20T16:00:00Z" }), {
        topic: "order.created",
      }),
      wooReceived(order(4, { ...early, currency: "SGD" }), { topic: "order.created" }),
    );
    return opened;
  }

  test("count each day in the organization's zone and each currency, and name what is missing or differs", async () => {
    const { shop, receipt } = await openWithGaps();
    expect(await receipt()).toEqual({ isWhole: true, problem: null });
    const same = { missing: 0, differing: 0 };
    expect(await receipts(shop)).toEqual([
      {
        ...{ day: "2026-11-20", currency: "MYR", shop_count: 1, shop_minor: 4580 },
        ...{ own_count: 1, own_minor: 4580, ...same },
      },
      {
        ...{ day: "2026-11-21", currency: "MYR", shop_count: 2, shop_minor: 9160 },
        ...{ own_count: 1, own_minor: 3780, missing: 1, differing: 1 },
      },
      {
        ...{ day: "2026-11-21", currency: "SGD", shop_count: 1, shop_minor: 4580 },
        ...{ own_count: 1, own_minor: 4580, ...same },
      },
    ]);
    expect(await gaps(shop)).toEqual([
      {
        external_id: "2",
        kind: "differing",
        number: "2",
        day: "2026-11-21",
        shop_minor: 4580,
        own_minor: 3780,
      },
      {
        external_id: "3",
        kind: "missing",
        number: "3",
        day: "2026-11-21",
        shop_minor: 4580,
        own_minor: null,
      },
    ]);
  });

  test("what they name is fetched, and the next receipts are even", async () => {
    const { shop, receipt } = await openWithGaps();
    await receipt();
    const jobId = await fetchGaps(shop.member.context("connections.manage"), shop);
    await shop.finish(jobId);
    expect(await shop.jobRow(jobId)).toMatchObject({ state: "done", done: 2, failed: 0 });
    expect(await gaps(shop)).toEqual([]);
    await receipt();
    expect((await receipts(shop)).map(({ missing, differing }) => missing + differing)).toEqual([0, 0, 0]);
    expect(await statuses(shop)).toHaveLength(4);
  });

  test("a correction by hand is no difference, nor is what changed minutes ago", async () => {
    const { woo, shop, receipt } = await open();
    const told = order(1);
    await shop.deliver(wooReceived(told, { topic: "order.created" }));
    const corrections = { totalMinor: { value: 1, told: 4580, by: shop.member.userId, at: NOW } };
    await owner.query("UPDATE orders SET total_minor = 1, corrections = $2 WHERE org_id = $1", [
      shop.orgId,
      corrections,
    ]);
    woo.put("orders", told);
    woo.put("orders", order(2, { createdAt: "2026-11-23T03:59:00Z" }));
    await receipt();
    expect(await gaps(shop)).toEqual([]);
  });

  test("of a large shop go on where the last run ended", async () => {
    const { woo, shop, receipt } = await open();
    for (let id = 1; id <= 1100; id++) woo.put("orders", order(id));
    expect(await receipt()).toEqual({ isWhole: false, problem: null });
    expect(await receipts(shop)).toEqual([]);
    expect(await receipt()).toEqual({ isWhole: true, problem: null });
    expect(await receipts(shop)).toMatchObject([{ shop_count: 1100, own_count: 0, missing: 1100 }]);
    const [{ n }] = await rows(shop, "SELECT count(*)::int AS n FROM receipt_gaps WHERE org_id = $1");
    expect(n).toBeLessThanOrEqual(1100);
  });

  test("are not fetched for another organization", async () => {
    const { shop } = await openWithGaps();
    const other = await createMember(database);
    await expect(fetchGaps(other.context("connections.manage"), shop)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
