import { describe, expect, test } from "vitest";
import { shopifyCustomerBody } from "~/connectors/shopify/fixtures/customer-body";
import { type ShopifyOrderInput, shopifyOrderBody } from "~/connectors/shopify/fixtures/order-body";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { keepCopies } from "../../../tests/factories/copies-of-customer";
import {
  openTestShop,
  shopifyReceived,
  type TestShop,
  wooReceived,
} from "../../../tests/factories/deliveries";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const openShop = (options = {}) => openTestShop(database, { platform: "shopify", ...options });

const AISYAH = 7100000000025;
const REQUESTED = "2026-11-22T02:00:00.000Z";
const LATER = "2026-11-23T02:00:00.000Z";

const ordered = (input: ShopifyOrderInput, given = {}) =>
  shopifyReceived(shopifyOrderBody(input), { topic: "orders/create", ...given });
const redact = (orders: number[] = []) =>
  shopifyReceived(
    {
      shop_domain: "kedai.myshopify.com",
      customer: { id: AISYAH, email: "aisyah.rahman@example.com", phone: "012-345 6789" },
      orders_to_redact: orders,
    },
    { topic: "customers/redact", receivedAt: REQUESTED },
  );

/** Every row of the organization that holds one of the words. */
async function findTraces(shop: TestShop, ...words: string[]): Promise<string[]> {
  const tables = await shop.rows(`select distinct c.relname::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and $1::uuid is not null`);
  const traces: string[] = [];
  for (const { name } of tables) {
    const rows = await shop.rows(`select to_jsonb(t)::text as row from ${name} t where org_id = $1`);
    for (const { row } of rows) {
      if (words.some((word) => String(row).toLowerCase().includes(word))) traces.push(`${name}: ${row}`);
    }
  }
  return traces;
}
const AISYAHS_WORDS = ["aisyah", "123456789", "345 6789", "jalan melati", String(AISYAH)];

describe("an erased customer", () => {
  test("leaves no trace but the sums of their orders, tombstones and an audit row without a name", async () => {
    const shop = await openShop();
    const consent = { emailConsent: { state: "subscribed" as const, updatedAt: "2026-11-18T02:00:00Z" } };
    await shop.deliver(
      shopifyReceived(shopifyCustomerBody(consent), { topic: "customers/create" }),
      ordered({ id: 1, customer: {} }),
      ordered({ id: 2, customer: {}, buyer: { phone: "019-111 2222" } }),
      ordered({
        id: 3,
        customer: null,
        buyer: { email: "else@example.com", phone: "013-987 6543", name: "Else", line1: "1" },
      }),
    );
    expect(await findTraces(shop, ...AISYAHS_WORDS)).not.toEqual([]);
    const [result] = await shop.deliver(redact([1]));
    expect(result).toMatchObject({ outcome: "applied", changed: ["customers", "orders"] });

    expect(await findTraces(shop, ...AISYAHS_WORDS, "111 2222", "191112222")).toEqual([]);
    expect(
      await shop.rows(
        "select external_id, total_minor > 0 as has_sum, contact is null as is_empty, customer_id is null as is_nobodys, erased_at is not null as is_erased from orders where org_id = $1 order by 1",
      ),
    ).toEqual([
      { external_id: "1", has_sum: true, is_empty: true, is_nobodys: true, is_erased: true },
      { external_id: "2", has_sum: true, is_empty: true, is_nobodys: true, is_erased: true },
      { external_id: "3", has_sum: true, is_empty: false, is_nobodys: false, is_erased: false },
    ]);
    expect(await shop.rows("select name from customers where org_id = $1")).toEqual([{ name: "Else" }]);
    expect(await shop.rows("select count(*)::int from consents where org_id = $1")).toEqual([{ count: 0 }]);
    expect(
      await shop.rows("select action, facts from audit_log where org_id = $1 order by action"),
    ).toMatchObject([
      { action: "customer.erased" },
      { action: "customer.erasure_requested", facts: { orders: 1 } },
      { action: "orders.anonymized", facts: { orders: 2 } },
    ]);
  });

  test("is not brought back by a late delivery, whose body is not kept either", async () => {
    const shop = await openShop();
    await shop.deliver(ordered({ id: 1, customer: {} }), redact());
    const late = [
      ordered(
        { id: 1, customer: {}, financialStatus: "refunded", updatedAt: "2026-11-23T01:00:00Z" },
        { receivedAt: LATER },
      ),
      ordered({ id: 2, customer: null }, { receivedAt: LATER }),
      shopifyReceived(shopifyCustomerBody({ updatedAt: "2026-11-23T01:00:00Z" }), {
        topic: "customers/update",
        receivedAt: LATER,
      }),
    ];
    const results = await shop.deliver(...late);
    expect(results.map(({ outcome }) => outcome)).toEqual(["applied", "applied", "applied"]);
    expect(await findTraces(shop, ...AISYAHS_WORDS)).toEqual([]);
    expect(
      await shop.rows("select status, customer_id from orders where org_id = $1 order by external_id"),
    ).toEqual([
      { status: "refunded", customer_id: null },
      { status: "paid", customer_id: null },
    ]);
  });

  test("who buys again later is a new customer without a link to the old", async () => {
    const shop = await openShop();
    await shop.deliver(ordered({ id: 1, customer: {} }));
    const [before] = await shop.rows("select id from customers where org_id = $1");
    await shop.deliver(redact());
    await shop.deliver(ordered({ id: 2, customer: {}, createdAt: LATER }, { receivedAt: LATER }));
    const [after, ...others] = await shop.rows(
      "select id, orders_count, email from customers where org_id = $1",
    );
    expect(others).toEqual([]);
    expect(after).toMatchObject({ orders_count: 1, email: "aisyah.rahman@example.com" });
    expect(after?.id).not.toBe(before?.id);
  });

  test("takes nobody else along: the same phone on another account's order stays", async () => {
    const shop = await openShop();
    const sister = { customer: { id: 7100000000099 }, buyer: { email: "siti@example.com", name: "Siti" } };
    await shop.deliver(ordered({ id: 1, customer: {} }), ordered({ id: 2, ...sister }), redact());
    expect(await shop.rows("select name, orders_count, phone from customers where org_id = $1")).toEqual([
      { name: "Siti", orders_count: 1, phone: "+60123456789" },
    ]);
  });

  test("is erased with the accounts in the organization's other shops", async () => {
    const shop = await openShop();
    const woo = await openTestShop(database, { orgId: shop.orgId });
    await shop.deliver(ordered({ id: 1, customer: {} }));
    await woo.deliver(wooReceived(wooOrderBody({ customerId: 25 }), { topic: "order.created" }));
    await shop.deliver(redact());
    expect(await findTraces(shop, ...AISYAHS_WORDS)).toEqual([]);
  });

  test("of another organization is not this one's", async () => {
    const [shop, other] = await Promise.all([openShop(), openShop()]);
    await other.deliver(ordered({ id: 1, customer: {} }));
    await shop.deliver(ordered({ id: 1, customer: {} }), redact([1]));
    expect(await other.rows("select name from customers where org_id = $1")).toEqual([
      { name: "Nur Aisyah binti Rahman" },
    ]);
    expect(await other.rows("select contact is null as is_empty from orders where org_id = $1")).toEqual([
      { is_empty: false },
    ]);
  });
});

test("a request for a customer's data is recorded for Admins, and what it says of the customer is not kept", async () => {
  const shop = await openShop();
  const customer = { id: AISYAH, email: "aisyah.rahman@example.com", phone: "+60123456789" };
  const request = { shop_domain: "kedai.myshopify.com", customer, orders_requested: [1, 2] };
  expect(await shop.deliver(shopifyReceived(request, { topic: "customers/data_request" }))).toMatchObject([
    { outcome: "applied" },
  ]);
  expect(await shop.rows("select action, facts from audit_log where org_id = $1")).toEqual([
    { action: "customer.data_requested", facts: { orders: 2 } },
  ]);
  expect(await findTraces(shop, customer.email, customer.phone)).toEqual([]);
});

describe("[6.4] a request of the shop to erase", () => {
  /** A customer of whom copies are kept, beside one of another organization of whom they are too. */
  async function keepBoth() {
    const [shop, other] = await Promise.all([openShop(), openShop()]);
    for (const one of [shop, other]) {
      await one.deliver(ordered({ id: 1, customer: {} }));
      const [customer] = await one.rows("select id from customers where org_id = $1");
      await keepCopies(database.owner, {
        orgId: one.orgId,
        customerId: String(customer?.id),
        word: "Nur Aisyah",
        contacts: ["Aisyah.Rahman@example.com", "012-345 6789"],
      });
    }
    return { shop, other };
  }
  const register = (shop: TestShop) =>
    shop.rows("select kind, actor_kind, actor_id, counts from erasures where org_id = $1");
  const filesLeft = (shop: TestShop) =>
    shop.rows(`select (select count(*)::int from import_rows where org_id = $1) as rows,
      (select count(*)::int from jobs where org_id = $1 and expires_at > now()) as exports`);
  const redactShop = shopifyReceived(
    { shop_domain: "kedai.myshopify.com" },
    { topic: "shop/redact", receivedAt: REQUESTED },
  );

  test.each([
    ["a customer", "customer", redact([1])],
    ["the shop", "shop", redactShop],
  ])(
    "%s leaves no copy either, is registered once, and is another organization's matter nowhere",
    async (_, kind, request) => {
      const { shop, other } = await keepBoth();
      const kept = await findTraces(other, ...AISYAHS_WORDS);
      await shop.deliver({ ...request });
      expect(await findTraces(shop, ...AISYAHS_WORDS)).toEqual([]);
      expect(await filesLeft(shop)).toEqual([{ rows: 0, exports: 0 }]);
      const counts = { customers: 1, orders: 1, acts: 1, exports: 1 };
      expect(await register(shop)).toEqual([
        { kind, actor_kind: "shop", actor_id: shop.connectionId, counts },
      ]);
      expect(await findTraces(other, ...AISYAHS_WORDS)).toEqual(kept);
      expect([await register(other), await filesLeft(other)]).toEqual([[], [{ rows: 1, exports: 1 }]]);
    },
  );

  test("about nobody we know is registered too, and takes no file away", async () => {
    const { other } = await keepBoth();
    await other.deliver(
      shopifyReceived(
        {
          shop_domain: "kedai.myshopify.com",
          customer: { id: 42, email: "nobody@example.com", phone: null },
          orders_to_redact: [],
        },
        { topic: "customers/redact", receivedAt: REQUESTED },
      ),
    );
    expect(await register(other)).toMatchObject([{ counts: { customers: 0, orders: 0, exports: 0 } }]);
    expect(await filesLeft(other)).toEqual([{ rows: 1, exports: 1 }]);
  });

  test("that a late order meets again is not registered again", async () => {
    const shop = await openShop();
    await shop.deliver(ordered({ id: 1, customer: {} }), redact([1]));
    await shop.deliver(ordered({ id: 2, customer: {} }, { receivedAt: LATER }));
    expect(await register(shop)).toHaveLength(1);
  });
});

describe("an erased shop", () => {
  const redactShop = shopifyReceived(
    { shop_domain: "kedai.myshopify.com" },
    { topic: "shop/redact", receivedAt: REQUESTED },
  );

  test("leaves sums without people, however many there were", async () => {
    const shop = await openShop();
    const orders = Array.from({ length: 450 }, (_, i) => {
      const customer = i % 3 === 0 ? null : { id: 1000 + (i % 250) };
      return ordered({
        id: i + 1,
        customer,
        buyer: { email: `canary${i % 250}@example.com`, phone: `0123${100000 + (i % 250)}` },
      });
    });
    for (let i = 0; i < orders.length; i += 100) await shop.deliver(...orders.slice(i, i + 100));
    await shop.deliver({ ...redactShop });
    expect(await findTraces(shop, "canary", "123100", "aisyah", "melati")).toEqual([]);
    expect(await shop.rows("select count(*)::int from customers where org_id = $1")).toEqual([{ count: 0 }]);
    expect(
      await shop.rows("select count(*)::int, sum(total_minor) > 0 as has_sums from orders where org_id = $1"),
    ).toEqual([{ count: 450, has_sums: true }]);
  });

  test("takes away only what it told: people whom another shop knows stay as that one knows them", async () => {
    const shop = await openShop();
    const woo = await openTestShop(database, { orgId: shop.orgId });
    const wooOrder = wooOrderBody({ customerId: 25, buyer: { name: "Aisyah Woo", phone: "" } });
    const wooGuest = wooOrderBody({
      id: 728,
      customerId: 0,
      buyer: { name: "Guest Woo", email: "guest@example.com", phone: "" },
    });
    await woo.deliver(
      wooReceived(wooOrder, { topic: "order.created" }),
      wooReceived(wooGuest, { topic: "order.created" }),
    );
    await shop.deliver(
      ordered({ id: 1, customer: {}, createdAt: "2026-11-21T02:00:00Z" }),
      ordered({
        id: 2,
        customer: { id: 77 },
        createdAt: "2026-11-21T02:00:00Z",
        buyer: { name: "Guest Shopify", email: "guest@example.com", phone: "013-987 6543" },
      }),
    );
    await shop.deliver(redactShop);
    expect(
      await shop.rows(
        "select name, email, phone, orders_count from customers where org_id = $1 and merged_into is null order by 1",
      ),
    ).toEqual([
      { name: "Aisyah Woo", email: "aisyah.rahman@example.com", phone: null, orders_count: 1 },
      { name: "Guest Woo", email: "guest@example.com", phone: null, orders_count: 1 },
    ]);
    expect(await shop.rows("select kind, value from identities where org_id = $1 order by 1, 2")).toEqual([
      { kind: "email", value: "aisyah.rahman@example.com" },
      { kind: "email", value: "guest@example.com" },
      { kind: "platform", value: "25" },
    ]);
  });

  test("is not filled again by late deliveries", async () => {
    const shop = await openShop();
    await shop.deliver(redactShop);
    await shop.deliver(ordered({ id: 1, customer: {} }, { receivedAt: LATER }));
    expect(await findTraces(shop, ...AISYAHS_WORDS)).toEqual([]);
    expect(await shop.rows("select number from orders where org_id = $1")).toHaveLength(1);
  });
});
