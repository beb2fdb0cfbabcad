import { describe, expect, test } from "vitest";
import { shopifyOrderBody } from "~/connectors/shopify/fixtures/order-body";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { wooProductBody } from "~/connectors/woocommerce/fixtures/product-body";
import { NOW, openTestShop, shopifyReceived, wooReceived } from "../../../tests/factories/deliveries";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const openShop = (options = {}) => openTestShop(database, options);

const created = { topic: "order.created" };
const updated = { topic: "order.updated" };

describe("an applied order", () => {
  test("[1.2a] makes its buyer a customer with name, email and phone", async () => {
    const shop = await openShop();
    const results = await shop.deliver(wooReceived(wooOrderBody(), created));
    expect(results).toMatchObject([{ outcome: "applied", reason: null, changed: ["orders", "customers"] }]);
    expect(await shop.rows("select * from customers where org_id = $1")).toMatchObject([
      {
        name: "Nur Aisyah binti Rahman",
        sort_name: "nur aisyah binti rahman",
        email: "aisyah.rahman@example.com",
        phone: "+60123456789",
        phone_raw: "012-345 6789",
        city: "Shah Alam",
        state: "SGR",
        country: "MY",
        search_text: " nur aisyah binti rahman | aisyah.rahman@example.com 60123456789 0123456789 ",
        orders_count: 1,
        first_order_at: new Date("2026-11-20T08:15:00Z"),
        last_order_at: new Date("2026-11-20T08:15:00Z"),
      },
    ]);
  });

  test("[1.2b] [1.2c] keeps its details, items, amounts and refunds, and what the customer spent", async () => {
    const shop = await openShop();
    const refunds = [{ id: 5, amountMinor: 1000, reason: "Pecah" }];
    await shop.deliver(wooReceived(wooOrderBody({ refunds }), created));
    const [order] = await shop.rows("select * from orders where org_id = $1");
    expect(order).toMatchObject({ number: "727", status: "paid", currency: "MYR", refunded_minor: "1000" });
    const items = await shop.rows("select * from order_items where org_id = $1");
    expect(items).toHaveLength(1);
    expect(await shop.rows("select * from refunds where org_id = $1")).toMatchObject([
      { external_id: "5", amount_minor: "1000", reason: "Pecah", order_id: order?.id },
    ]);
    expect(await shop.rows("select * from customer_spend where org_id = $1")).toMatchObject([
      {
        currency: "MYR",
        orders_count: 1,
        gross_minor: order?.total_minor,
        refunded_minor: "1000",
        net_minor: String(Number(order?.total_minor) - 1000),
      },
    ]);
  });

  test("[1.3h] keeps every status it was seen in, also one that comes too late to change it", async () => {
    const shop = await openShop();
    const at = (hour: number) => `2026-11-20T0${hour}:00:00Z`;
    const body = (status: string, hour: number) =>
      wooOrderBody({ status, createdAt: at(1), modifiedAt: at(hour) });
    const results = await shop.deliver(
      wooReceived(body("pending", 1), created),
      wooReceived(body("completed", 4), updated),
      wooReceived(body("processing", 2), updated),
    );
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["applied", null],
      ["applied", null],
      ["stale", "older_state"],
    ]);
    expect(await shop.rows("select status from orders where org_id = $1")).toEqual([{ status: "fulfilled" }]);
    expect(
      await shop.rows("select source_status from order_status_changes where org_id = $1 order by at"),
    ).toEqual([
      { source_status: "pending" },
      { source_status: "processing" },
      { source_status: "completed" },
    ]);
  });

  test("from a shop whose clock is years ahead does not make later states stale", async () => {
    const shop = await openShop();
    const state = (status: string, modifiedAt: string) =>
      wooOrderBody({ status, createdAt: "2026-11-20T08:15:00Z", modifiedAt });
    await shop.deliver(wooReceived(state("processing", "2031-01-01T00:00:00Z"), updated));
    const later = { ...updated, receivedAt: "2026-11-23T05:00:00.000Z" };
    const [result] = await shop.deliver(wooReceived(state("completed", "2026-11-23T05:00:00Z"), later));
    expect(result).toMatchObject({ outcome: "applied" });
    expect(await shop.rows("select status from orders where org_id = $1")).toEqual([{ status: "fulfilled" }]);
  });

  test("[2.1c] applied again, as after a crash, changes nothing and keeps its first outcome", async () => {
    const shop = await openShop();
    const deliveries = [
      wooReceived(wooOrderBody({ modifiedAt: "2026-11-20T09:00:00Z" }), created),
      wooReceived(wooOrderBody({ status: "pending" }), updated),
    ];
    const first = await shop.deliver(...deliveries);
    const all = () =>
      shop.rows(
        "select to_jsonb(o) as o, to_jsonb(c) as c from orders o join customers c on c.id = o.customer_id where o.org_id = $1",
      );
    const before = await all();
    const again = await shop.deliver(...deliveries);
    expect(again.map(({ id, outcome }) => [id, outcome])).toEqual(
      first.map(({ id, outcome }) => [id, outcome]),
    );
    expect(await all()).toEqual(before);
    expect(await shop.rows("select count(*)::int from deliveries where org_id = $1")).toEqual([{ count: 2 }]);
  });

  test("takes four round trips, whatever the batch holds", async () => {
    const shop = await openShop();
    const deliveries = Array.from({ length: 40 }, (_, i) => {
      const buyer = { email: `buyer${i % 7}@example.com`, phone: `01234567${10 + (i % 5)}` };
      return wooReceived(wooOrderBody({ id: 1 + (i % 30), buyer }), created);
    });
    const before = await database.roundTrips();
    await shop.deliver(...deliveries, wooReceived(wooProductBody(), { topic: "product.created" }));
    expect((await database.roundTrips()).socketRoundTrips - before.socketRoundTrips).toBe(4);
  });

  test("is Shopify's as well as WooCommerce's", async () => {
    const shop = await openShop({ platform: "shopify" });
    await shop.deliver(shopifyReceived(shopifyOrderBody(), { topic: "orders/create" }));
    expect(await shop.rows("select kind, value from identities where org_id = $1 order by kind")).toEqual([
      { kind: "email", value: "aisyah.rahman@example.com" },
      { kind: "phone", value: "+60123456789" },
      { kind: "platform", value: "7100000000025" },
    ]);
    expect(await shop.rows("select number, status from orders where org_id = $1")).toEqual([
      { number: "#1024", status: "paid" },
    ]);
  });

  test("of another organization never meets this one's customers", async () => {
    const [one, other] = await Promise.all([openShop(), openShop()]);
    await one.deliver(wooReceived(wooOrderBody(), created));
    const picture = () => one.rows("select to_jsonb(c) from customers c where org_id = $1");
    const before = await picture();
    await other.deliver(wooReceived(wooOrderBody({ buyer: { name: "Somebody Else" } }), created));
    expect(await picture()).toEqual(before);
    expect(await other.rows("select name, orders_count from customers where org_id = $1")).toEqual([
      { name: "Somebody Else", orders_count: 1 },
    ]);
  });
});

describe("a delivery's outcome", () => {
  const outcomeOf = async (given: Parameters<typeof wooReceived>[1], body: unknown = wooOrderBody()) => {
    const shop = await openShop();
    await shop.deliver(wooReceived(body, given));
    const [row] = await shop.rows(
      "select outcome, reason, detail, body is null as is_empty from deliveries where org_id = $1",
    );
    return row;
  };

  test("duplicate: its inbox had seen it before", async () => {
    expect(await outcomeOf({ ...created, isDuplicate: true, body: null })).toMatchObject({
      outcome: "duplicate",
      reason: "seen_before",
    });
  });

  test("ignored: understood, with nothing in it for us", async () => {
    expect(await outcomeOf({ topic: "coupon.updated" }, { id: 3 })).toMatchObject({
      outcome: "ignored",
      reason: "topic_not_used",
    });
  });

  test("needs attention: an unknown topic, or a body that is not what its topic promises", async () => {
    expect(await outcomeOf({ topic: "order.teleported" })).toMatchObject({
      outcome: "needs_attention",
      reason: "unknown_topic",
      is_empty: false,
    });
    const unmappable = await outcomeOf(created, { id: "nonsense" });
    expect(unmappable).toMatchObject({ outcome: "needs_attention", reason: "unmappable_body" });
    expect(unmappable?.detail).not.toBeNull();
  });

  test("failed: signed, but not to be read", async () => {
    expect(await outcomeOf({ ...created, unreadable: "not_utf8" })).toMatchObject({
      outcome: "failed",
      reason: "not_utf8",
    });
    expect(await outcomeOf({ ...created, body: "{" })).toMatchObject({
      outcome: "failed",
      reason: "not_json",
    });
    expect(await outcomeOf({ ...created, body: null })).toMatchObject({
      outcome: "failed",
      reason: "body_missing",
    });
  });

  test("is recorded also when the body holds what a database cannot", async () => {
    expect(await outcomeOf({ ...created, body: "\u0000\ud800 {", unreadable: "not_json" })).toMatchObject({
      outcome: "failed",
      is_empty: false,
    });
  });
});

describe("what a delivery tells of its connection", () => {
  const connection = (shop: { rows(text: string): Promise<unknown[]> }) =>
    shop.rows(`select c.state, c.last_delivery_at, c.mismatched_shop, s.external_id, p.version from connections c
      join shops s on s.id = c.shop_id left join inbox_pushes p on p.connection_id = c.id where c.org_id = $1`);

  test("the first one makes it live and names the shop, which its inbox is to learn", async () => {
    const shop = await openShop({ state: "waiting" });
    await shop.deliver(wooReceived(wooOrderBody(), created));
    expect(await connection(shop)).toEqual([
      {
        state: "live",
        last_delivery_at: new Date(NOW),
        mismatched_shop: null,
        external_id: "kedaimakteh.example.com",
        version: 2,
      },
    ]);
  });

  test("one that names another shop is flagged, and applied all the same", async () => {
    const shop = await openShop({ externalId: "kedaipaksu.my" });
    expect(await shop.deliver(wooReceived(wooOrderBody(), created))).toMatchObject([{ outcome: "applied" }]);
    expect(await connection(shop)).toMatchObject([
      { external_id: "kedaipaksu.my", mismatched_shop: "kedaimakteh.example.com", version: null },
    ]);
  });

  test("a name that another of the organization's shops has is not taken", async () => {
    const known = await openShop({ externalId: "kedaimakteh.example.com" });
    const shop = await openShop({ orgId: known.orgId });
    await shop.deliver(wooReceived(wooOrderBody(), created));
    expect(await shop.rows("select external_id from shops where org_id = $1 order by 1")).toEqual([
      { external_id: "kedaimakteh.example.com" },
      { external_id: null },
    ]);
  });

  test("an uninstalled app stays so", async () => {
    const shop = await openShop({ platform: "shopify" });
    const uninstalled = shopifyReceived({ id: 1 }, { topic: "app/uninstalled" });
    await shop.deliver(uninstalled);
    await shop.deliver(shopifyReceived(shopifyOrderBody(), { topic: "orders/create" }));
    expect(await connection(shop)).toMatchObject([{ state: "uninstalled" }]);
  });

  test.each([
    ["are destroyed when its app is", "-1 hour", 0],
    ["of an installation after that stay", "1 hour", 1],
  ])("a shop's credentials %s uninstalled", async (_, since, left) => {
    const shop = await openShop({ platform: "shopify" });
    await shop.rows(`insert into connection_credentials (org_id, connection_id, kind, sealed, account, updated_at)
      select $1, id, 'shopify', 'sealed', 'kedai.myshopify.com', now() + interval '${since}' from connections
      where org_id = $1 returning kind`);
    await shop.deliver(
      shopifyReceived({ id: 1 }, { topic: "app/uninstalled", receivedAt: new Date().toISOString() }),
    );
    expect(await shop.rows("select from connection_credentials where org_id = $1")).toHaveLength(left);
  });
});

describe("products", () => {
  test("[1.3i] keep their newest state, in the shop's currency where the platform names none", async () => {
    const shop = await openShop();
    const body = (name: string, modifiedAt: string) => wooProductBody({ name, modifiedAt });
    const results = await shop.deliver(
      wooReceived(body("Sambal pedas", "2026-11-20T03:00:00Z"), { topic: "product.updated" }),
      wooReceived(body("Sambal", "2026-11-19T03:00:00Z"), { topic: "product.created" }),
    );
    expect(results).toMatchObject([{ outcome: "applied", changed: ["products"] }, { outcome: "stale" }]);
    expect(await shop.rows("select name, currency, removed_at from products where org_id = $1")).toEqual([
      { name: "Sambal pedas", currency: "MYR", removed_at: null },
    ]);
  });

  test("are removed, and come back out of the shop's bin", async () => {
    const shop = await openShop();
    const body = wooProductBody();
    const at = (hour: number) => ({ receivedAt: `2026-11-23T0${hour}:00:00.000Z` });
    const removedAt = async () =>
      (await shop.rows("select removed_at from products where org_id = $1"))[0]?.removed_at;
    await shop.deliver(wooReceived(body, { topic: "product.created", ...at(1) }));
    await shop.deliver(wooReceived({ id: body.id }, { topic: "product.deleted", ...at(2) }));
    expect(await removedAt()).toEqual(new Date("2026-11-23T02:00:00Z"));
    await shop.deliver(wooReceived(body, { topic: "product.restored", ...at(3) }));
    expect(await removedAt()).toBeNull();
  });
});
