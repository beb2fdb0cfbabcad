import { describe, expect, test } from "vitest";
import { apiOf } from "../../../../tests/fakes/fake-api";
import { FakeWooShop, type WooShopOptions } from "../../../../tests/fakes/woo-shop";
import type { Place, RecordKind, ShopReader } from "../../api/shop-reader";
import { wooCustomerBody } from "../fixtures/customer-body";
import { wooOrderBody } from "../fixtures/order-body";
import { wooProductBody } from "../fixtures/product-body";
import { wooReader } from "./reader";

const EVERYTHING = { since: null, until: null };

function open(options: WooShopOptions = {}) {
  const shop = new FakeWooShop(options);
  const api = apiOf({ "kedai.my": shop });
  const reader = wooReader(api, { site: "https://kedai.my", key: "ck_test", secret: "cs_test" });
  return { shop, reader };
}

/** A record at its second of a day, so that order by time is order by number. */
const at = (second: number) => new Date(Date.UTC(2026, 10, 20) + second * 1000).toISOString();
const order = (id: number, modified = id) =>
  wooOrderBody({ id, createdAt: at(id), modifiedAt: at(modified) });

async function readWhole(reader: ShopReader, kind: RecordKind, between: () => void = () => undefined) {
  const ids: string[] = [];
  for (let place: Place | null = null, pages = 0; pages < 50; pages++) {
    const page = await reader.readAll(kind, { place, period: EVERYTHING });
    ids.push(...page.records.map(({ externalId }) => externalId));
    if (page.next === null) return ids;
    place = page.next;
    between();
  }
  throw new Error("reading does not end");
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe("reading everything", () => {
  test("gives each record once, by its id", async () => {
    const { shop, reader } = open();
    for (const id of numbers(1, 230)) shop.put("orders", order(id));
    expect(await readWhole(reader, "order")).toEqual(numbers(1, 230).map(String));
  });

  test("passes nothing over when records are deleted and added meanwhile", async () => {
    const { shop, reader } = open();
    for (const id of numbers(1, 250)) shop.put("orders", order(id));
    let next = 251;
    const ids = await readWhole(reader, "order", () => {
      if (next > 255) return;
      for (const id of numbers(next - 250, next - 248)) shop.remove("orders", id);
      shop.put("orders", order(next++));
    });
    expect(ids).toEqual(expect.arrayContaining(numbers(100, 253).map(String)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("is the webhook's record under its topic", async () => {
    const { shop, reader } = open();
    const body = order(7);
    shop.put("orders", body);
    const { records, total } = await reader.readAll("order", { place: null, period: EVERYTHING });
    expect(records).toEqual([{ kind: "order", externalId: "7", topic: "order.updated", headers: {}, body }]);
    expect(total).toBe(1);
  });

  test("asks for the variations of a product, with whose they are", async () => {
    const { shop, reader } = open();
    shop.put("products", { ...wooProductBody({ id: 90 }), type: "variable" });
    shop.put("products", wooProductBody({ id: 95 }));
    shop.variations.set(90, [{ ...wooProductBody({ id: 91 }), type: "variation" }]);
    expect(await readWhole(reader, "product")).toEqual(["90", "95", "91"]);
  });

  test("keeps orders to the period, and counts them so", async () => {
    const { shop, reader } = open();
    for (const id of [10, 20, 30]) shop.put("orders", order(id));
    shop.put("customers", wooCustomerBody({ id: 1, createdAt: at(0) }));
    const period = { since: at(20), until: at(30) };
    const page = await reader.readAll("order", { place: null, period });
    expect(page.records.map(({ externalId }) => externalId)).toEqual(["20"]);
    expect(await reader.count("order", period)).toBe(1);
    expect(await reader.count("customer", period)).toBe(1);
  });

  test("finds no subscriptions where there is no such plugin", async () => {
    const { reader } = open({ hasSubscriptions: false });
    expect(await readWhole(reader, "subscription")).toEqual([]);
    expect(await reader.count("subscription", EVERYTHING)).toBe(0);
  });
});

describe("reading what changed", () => {
  async function changedSince(reader: ShopReader, mark: Place | null) {
    const ids: string[] = [];
    for (let pages = 0, from = mark; pages < 20; pages++) {
      const page = await reader.readChanged("order", { mark: from, since: at(0), watched: [] });
      ids.push(...page.records.map(({ externalId }) => externalId));
      from = page.mark;
      if (page.isWhole) return { ids, mark: page.mark };
    }
    throw new Error("asking does not end");
  }

  test("gives each change once, over askings and pages", async () => {
    const { shop, reader } = open();
    for (const id of numbers(1, 220)) shop.put("orders", order(id, 1000 + id));
    const first = await changedSince(reader, null);
    expect(first.ids).toEqual(numbers(1, 220).map(String));
    expect((await changedSince(reader, first.mark)).ids).toEqual([]);
    shop.put("orders", order(5, 1400));
    shop.put("orders", order(300, 1401));
    const second = await changedSince(reader, first.mark);
    expect(second.ids).toEqual(["5", "300"]);
  });

  test("also what was kept a moment after a later change", async () => {
    const { shop, reader } = open();
    shop.put("orders", order(1, 1000));
    const { mark } = await changedSince(reader, null);
    shop.put("orders", order(2, 990));
    expect((await changedSince(reader, mark)).ids).toEqual(["2"]);
  });

  test("comes to an end where more changed in one second than a page holds", async () => {
    const { shop, reader } = open();
    for (const id of numbers(1, 250)) shop.put("orders", order(id, 1000));
    const { ids } = await changedSince(reader, null);
    expect(new Set(ids)).toEqual(new Set(numbers(1, 250).map(String)));
  });
});

describe("how a shop wants to be asked", () => {
  test.each<[string, WooShopOptions]>([
    ["with plain permalinks", { isPlain: true }],
    ["whose host strips the header", { isHeaderStripped: true }],
    ["with both", { isPlain: true, isHeaderStripped: true }],
  ])("a shop %s is read all the same", async (_name, options) => {
    const { shop, reader } = open(options);
    shop.put("orders", order(1));
    expect(await readWhole(reader, "order")).toEqual(["1"]);
  });

  test("keys that the shop does not know are named so", async () => {
    const { reader } = open({ key: "ck_other" });
    await expect(readWhole(reader, "order")).rejects.toMatchObject({
      problem: "keys_refused",
      status: 401,
      code: "woocommerce_rest_cannot_view",
    });
  });

  test.each([
    [403, "not_allowed"],
    [400, "refused"],
    [404, "not_found"],
  ])("an error with status %i is %s", async (status, problem) => {
    const { shop, reader } = open();
    shop.planned.push(() =>
      Response.json({ code: "rest_blocked", message: "no", data: { status } }, { status }),
    );
    await expect(readWhole(reader, "order")).rejects.toMatchObject({ problem });
  });

  test("a web page instead of records is named so", async () => {
    const { shop, reader } = open();
    shop.planned.push(() => new Response("<h1>Maintenance</h1>"));
    await expect(readWhole(reader, "order")).rejects.toMatchObject({ problem: "not_json" });
  });

  test("a busy shop is asked again", async () => {
    const { shop, reader } = open();
    shop.put("orders", order(1));
    shop.planned.push(
      () => new Response("slow down", { status: 429, headers: { "Retry-After": "1" } }),
      () => new Response("later", { status: 503 }),
    );
    expect(await readWhole(reader, "order")).toEqual(["1"]);
  });
});

test("orders are found by their ids, and those that are gone are left out", async () => {
  const { shop, reader } = open();
  for (const id of [1, 2, 3]) shop.put("orders", order(id));
  const found = await reader.readOrders(["1", "3", "9"]);
  expect(found.map(({ externalId }) => externalId)).toEqual(["1", "3"]);
});
