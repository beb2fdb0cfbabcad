import { describe, expect, test } from "vitest";
import { type ShopifyCheckoutInput, shopifyCheckoutBody } from "~/connectors/shopify/fixtures/checkout-body";
import { type ShopifyOrderInput, shopifyOrderBody } from "~/connectors/shopify/fixtures/order-body";
import { shopifyShopRedactBody } from "~/connectors/shopify/fixtures/other-bodies";
import { CASH_ON_DELIVERY, checkoutBody } from "~/connectors/shoppego/fixtures/checkout-body";
import {
  openTestShop,
  receivedFrom,
  shopifyReceived,
  type TestShop,
} from "../../../tests/factories/deliveries";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { eraseCustomer } from "./erase-customer.server";

const database = await createTestDatabase();
const ID = 34900000000077;

const left = (input: ShopifyCheckoutInput = {}) =>
  shopifyReceived(shopifyCheckoutBody({ id: ID, ...input }), { topic: "checkouts/update" });
const bought = (input: ShopifyOrderInput = {}, checkout: number | null = ID) =>
  shopifyReceived(
    { ...shopifyOrderBody({ createdAt: "2026-11-21T09:00:00Z", ...input }), checkout_id: checkout },
    { topic: "orders/create" },
  );

async function openShop() {
  const admin = await createMember(database);
  const shop = await openTestShop(database, { orgId: admin.orgId, platform: "shopify" });
  return { admin, shop };
}

const rowsOf = (shop: TestShop) =>
  shop.rows(`select k.state, k.abandoned_at, k.completed_at, o.number as order, c.name as customer,
      k.contact is not null as has_contact, k.email
    from checkouts k left join orders o on o.id = k.order_id left join customers c on c.id = k.customer_id
    where k.org_id = $1 order by k.external_id`);
const countOf = async (shop: TestShop, table: string) =>
  (await shop.rows(`select count(*)::int as count from ${table} where org_id = $1`))[0]?.count;

describe("a checkout that was left", () => {
  test("is no order, no revenue and makes nobody a customer", async () => {
    const { shop } = await openShop();
    const [applied] = await shop.deliver(left());
    expect(applied).toMatchObject({ outcome: "applied", changed: ["orders"] });
    expect(await rowsOf(shop)).toEqual([
      {
        state: "open",
        abandoned_at: new Date("2026-11-20T09:00:00Z"),
        completed_at: null,
        order: null,
        customer: null,
        has_contact: true,
        email: "aisyah.rahman@example.com",
      },
    ]);
    expect([await countOf(shop, "orders"), await countOf(shop, "customers")]).toEqual([0, 0]);
  });

  test("makes a customer of whoever agreed in it to hear from the shop", async () => {
    const { shop } = await openShop();
    await shop.deliver(left({ acceptsMarketing: true }));
    expect(await rowsOf(shop)).toMatchObject([{ customer: "Nur Aisyah binti Rahman" }]);
    expect(await shop.rows("select channel, state from consents where org_id = $1")).toEqual([
      { channel: "email", state: "subscribed" },
    ]);
  });

  test("is recovered by the order that names it, whichever comes first, and belongs to its buyer", async () => {
    for (const order of [
      [left(), bought()],
      [bought(), left()],
    ]) {
      const { shop } = await openShop();
      for (const delivery of order) await shop.deliver(delivery);
      expect(await rowsOf(shop)).toMatchObject([
        {
          state: "recovered",
          abandoned_at: new Date("2026-11-20T09:00:00Z"),
          completed_at: new Date("2026-11-21T09:00:00Z"),
          order: expect.any(String),
        },
      ]);
    }
  });

  test("belongs to whoever becomes known under what it names", async () => {
    const { shop } = await openShop();
    await shop.deliver(left());
    await shop.deliver(bought({ customer: null }, null));
    expect(await rowsOf(shop)).toMatchObject([{ state: "open", customer: "Nur Aisyah binti Rahman" }]);
  });

  test("and was paid for within the hour is an order and nothing else", async () => {
    const { shop } = await openShop();
    await shop.deliver(left(), bought({ createdAt: "2026-11-20T08:30:00Z" }));
    expect(await rowsOf(shop)).toMatchObject([{ state: "completed", abandoned_at: null }]);
  });
});

describe("[6.4] a checkout names nobody any more", () => {
  test("when its customer is erased, and late deliveries do not bring them back", async () => {
    const { admin, shop } = await openShop();
    await shop.deliver(left(), bought({ customer: null }, null));
    const [customer] = await shop.rows("select id from customers where org_id = $1");
    await eraseCustomer(admin.context("customers.erase"), { customerId: String(customer?.id) });
    const gone = [{ customer: null, has_contact: false, email: null }];
    expect(await rowsOf(shop)).toMatchObject(gone);
    await shop.deliver(left({ updatedAt: "2026-11-20T08:20:00Z" }));
    expect(await rowsOf(shop)).toMatchObject(gone);
    expect(
      await shop.rows("select count(*)::int as count from deliveries where org_id = $1 and body is not null"),
    ).toEqual([{ count: 0 }]);
  });

  test("when its shop asks to forget everybody, though nobody was a customer", async () => {
    const { shop } = await openShop();
    await shop.deliver(left());
    await shop.deliver(shopifyReceived(shopifyShopRedactBody(), { topic: "shop/redact" }));
    expect(await rowsOf(shop)).toMatchObject([{ customer: null, has_contact: false, email: null }]);
  });
});

test("a checkout of Shoppego becomes abandoned, and the order that follows recovers it", async () => {
  const admin = await createMember(database);
  const shop = await openTestShop(database, { orgId: admin.orgId, platform: "shoppego" });
  const told = (topic: string, receivedAt: string, changes: Record<string, unknown>) =>
    receivedFrom("shoppego", checkoutBody({ ...CASH_ON_DELIVERY, ...changes }), { topic, receivedAt });
  await shop.deliver(told("checkout_abandoned", "2026-11-20T08:56:00.000Z", { completed_at: null }));
  expect(await rowsOf(shop)).toMatchObject([
    { state: "open", abandoned_at: new Date("2026-11-20T08:56:00Z"), customer: null },
  ]);
  expect(await countOf(shop, "orders")).toBe(0);
  const completed = { completed_at: "2026-11-20T20:00:00.000000+08:00" };
  await shop.deliver(told("checkout_completed", "2026-11-20T12:00:02.000Z", completed));
  expect(await rowsOf(shop)).toMatchObject([
    { state: "recovered", order: "1262140", customer: "Nur Aisyah binti Rahman" },
  ]);
});
