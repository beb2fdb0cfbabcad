import { describe, expect, test } from "vitest";
import { onpayBody, saleBody } from "~/connectors/onpay/fixtures/sale-body";
import { shopifyOrderBody } from "~/connectors/shopify/fixtures/order-body";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import {
  openTestShop,
  receivedFrom,
  shopifyReceived,
  wooReceived,
} from "../../../tests/factories/deliveries";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const topic = "order.updated";
const ORDER = `select o.external_id, o.number, o.status, o.source_status, o.currency, o.total_minor, o.placed_at,
  (select count(*)::int from order_items i where i.org_id = o.org_id and i.order_id = o.id) as items,
  c.name, c.phone
  from orders o left join customers c on c.org_id = o.org_id and c.id = o.customer_id
  where o.org_id = $1 order by o.currency, o.external_id`;

const item = (n: number) => ({
  id: n,
  productId: n,
  name: `Sambal ${n}`,
  sku: `S-${n}`,
  quantity: 1,
  unitMinor: 100,
});
const order = wooOrderBody();

type Odd = { name: string; body: unknown; outcome: string; row: object | null };

/** What shops do send, and what must become of it. */
const ODD_ORDERS: Odd[] = [
  {
    name: "an order without items is an order",
    body: wooOrderBody({ items: [] }),
    outcome: "applied",
    row: { items: 0, total_minor: "800" },
  },
  {
    name: "a negative total is kept as the shop says it",
    body: { ...order, total: "-12.50" },
    outcome: "applied",
    row: { total_minor: "-1250" },
  },
  {
    name: "an unknown status is kept in the shop's own word",
    body: wooOrderBody({ status: "menunggu-posmen" }),
    outcome: "applied",
    row: { source_status: "menunggu-posmen" },
  },
  {
    name: "a time without a zone is the shop's UTC field, which has none",
    body: { ...order, date_created_gmt: "2026-11-20T08:15:00" },
    outcome: "applied",
    row: { placed_at: new Date("2026-11-20T08:15:00Z") },
  },
  {
    name: "a time in the future is taken",
    body: wooOrderBody({ createdAt: "2031-01-01T00:00:00Z" }),
    outcome: "applied",
    row: { placed_at: new Date("2031-01-01T00:00:00Z") },
  },
  {
    name: "a time that is none gives way to the earliest other that is known",
    body: { ...order, date_created_gmt: "semalam", date_created: "semalam" },
    outcome: "applied",
    row: { placed_at: new Date("2026-11-20T08:15:00Z") },
  },
  {
    name: "a name of emoji is a name",
    body: wooOrderBody({ buyer: { name: "🌶️ Kak Ti 👩🏽‍🍳" } }),
    outcome: "applied",
    row: { name: "🌶️ Kak Ti 👩🏽‍🍳" },
  },
  {
    name: "a body of another platform is shown, not guessed at",
    body: onpayBody("sale.confirmed", saleBody()),
    outcome: "needs_attention",
    row: null,
  },
];

describe("an order that is out of the ordinary", () => {
  test.each(ODD_ORDERS)("$name", async ({ body, outcome, row }) => {
    const shop = await openTestShop(database);
    const [applied] = await shop.deliver(wooReceived(body, { topic }));
    expect(applied?.outcome).toBe(outcome);
    expect(await shop.rows(ORDER)).toMatchObject(row ? [row] : []);
  });

  test("five thousand items are more than an order has: it is kept whole and somebody is told", async () => {
    const shop = await openTestShop(database);
    const body = wooOrderBody({ items: Array.from({ length: 5_000 }, (_, i) => item(i + 1)) });
    const [applied] = await shop.deliver(wooReceived(body, { topic }));
    expect(applied).toMatchObject({ outcome: "needs_attention" });
    expect(await shop.rows(ORDER)).toEqual([]);
    const kept =
      "select reason, detail, length(body::text) > 500000 as is_whole from deliveries where org_id = $1";
    expect(await shop.rows(kept)).toMatchObject([
      { reason: "unmappable_body", detail: "line_items: expected at most 1000", is_whole: true },
    ]);
  });

  test.each([
    ["MY", "012-345 6789", "+60123456789"],
    ["SG", "9123 4567", "+6591234567"],
    ["ID", "0812-3456-7890", "+6281234567890"],
    ["BN", "712 3456", "+6737123456"],
    ["TH", "081 234 5678", "+66812345678"],
  ])(
    "a phone of %s as it is written there, %s, is known by its whole number",
    async (country, phone, whole) => {
      const shop = await openTestShop(database);
      const plain = wooOrderBody({ buyer: { phone } });
      const body = {
        ...plain,
        billing: { ...plain.billing, country },
        shipping: { ...plain.shipping, country },
      };
      await shop.deliver(wooReceived(body, { topic }));
      expect(await shop.rows(ORDER)).toMatchObject([{ phone: whole }]);
    },
  );
});

describe("shops that change or share", () => {
  test("a shop that changed its currency has each order in its own", async () => {
    const shop = await openTestShop(database);
    await shop.deliver(
      wooReceived(wooOrderBody({ id: 1, currency: "MYR" }), { topic }),
      wooReceived(wooOrderBody({ id: 2, currency: "SGD" }), { topic }),
    );
    expect(await shop.rows(ORDER)).toMatchObject([{ currency: "MYR" }, { currency: "SGD" }]);
    const spend = "select currency, orders_count from customer_spend where org_id = $1 order by currency";
    expect(await shop.rows(spend)).toEqual([
      { currency: "MYR", orders_count: 1 },
      { currency: "SGD", orders_count: 1 },
    ]);
  });

  test("a shop that changed its domain goes on", async () => {
    const shop = await openTestShop(database, { externalId: "https://lama.example.com" });
    const sourceShop = "https://baharu.example.com";
    const [applied] = await shop.deliver(wooReceived(order, { topic, sourceShop }));
    expect(applied).toMatchObject({ outcome: "applied" });
    expect(await shop.rows(ORDER)).toHaveLength(1);
  });

  test("two shops of one organization have an order of the same number each", async () => {
    const shop = await openTestShop(database);
    const other = await openTestShop(database, { orgId: shop.orgId });
    const shopify = await openTestShop(database, { orgId: shop.orgId, platform: "shopify" });
    await shop.deliver(wooReceived(wooOrderBody({ id: 1024 }), { topic }));
    await other.deliver(wooReceived(wooOrderBody({ id: 1024 }), { topic }));
    await shopify.deliver(shopifyReceived(shopifyOrderBody({ id: 1024 }), { topic: "orders/paid" }));
    expect(await shop.rows(ORDER)).toHaveLength(3);
    expect(await shop.rows("select id from customers where org_id = $1")).toHaveLength(1);
  });

  test("OnPay's times without a zone are Malaysia's", async () => {
    const shop = await openTestShop(database, { platform: "onpay" });
    const body = onpayBody("sale.confirmed", saleBody({ created_at: "2026-11-20 15:59:00" }));
    await shop.deliver(receivedFrom("onpay", body, { topic: "sale.confirmed" }));
    expect(await shop.rows(ORDER)).toMatchObject([{ placed_at: new Date("2026-11-20T07:59:00Z") }]);
  });
});
