import { describe, expect, test } from "vitest";
import { shopifyCustomerBody } from "~/connectors/shopify/fixtures/customer-body";
import { shopifyOrderBody } from "~/connectors/shopify/fixtures/order-body";
import { wooCustomerBody } from "~/connectors/woocommerce/fixtures/customer-body";
import { type WooOrderInput, wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import {
  openTestShop,
  shopifyReceived,
  type TestShop,
  wooReceived,
} from "../../../tests/factories/deliveries";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
const openShop = (options = {}) => openTestShop(database, options);

const ordered = (input: WooOrderInput) => wooReceived(wooOrderBody(input), { topic: "order.created" });
const guest = (id: number, email: string, phone: string) =>
  ordered({ id, customerId: 0, buyer: { email, phone } });

/** The customers that lists show, oldest first. */
const customersOf = (shop: TestShop) =>
  shop.rows(
    "select * from customers where org_id = $1 and merged_into is null order by first_order_at, email",
  );

describe("who a buyer is", () => {
  test("[2.1a] a guest who orders twice is one customer with two orders", async () => {
    const shop = await openShop();
    await shop.deliver(guest(1, "ali@example.com", "012-345 6789"));
    await shop.deliver(guest(2, "Ali@Example.com", "+60 12-345 6789"));
    expect(await customersOf(shop)).toMatchObject([{ orders_count: 2, email: "ali@example.com" }]);
  });

  test("a family's phone keeps people with different emails apart", async () => {
    const shop = await openShop();
    await shop.deliver(
      guest(1, "ali@example.com", "012-345 6789"),
      guest(2, "siti@example.com", "012-345 6789"),
    );
    expect((await customersOf(shop)).map(({ email, phone }) => [email, phone])).toEqual([
      ["ali@example.com", "+60123456789"],
      ["siti@example.com", "+60123456789"],
    ]);
  });

  test("a guest who makes an account stays the customer that was", async () => {
    const shop = await openShop();
    await shop.deliver(guest(1, "ali@example.com", "012-345 6789"));
    const [before] = await customersOf(shop);
    await shop.deliver(ordered({ id: 2, customerId: 25, buyer: { email: "ali@example.com" } }));
    expect(await customersOf(shop)).toMatchObject([{ id: before?.id, orders_count: 2 }]);
  });

  test("two customers turn out to be one: orders and spend follow, the emptied one says where they went", async () => {
    const shop = await openShop();
    await shop.deliver(
      guest(1, "old@example.com", "012-345 6789"),
      guest(2, "new@example.com", "013-987 6543"),
    );
    const account = (email: string) =>
      wooReceived(wooCustomerBody({ buyer: { email, phone: "" } }), { topic: "customer.updated" });
    await shop.deliver(account("old@example.com"), account("new@example.com"));
    const [kept, ...others] = await customersOf(shop);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ orders_count: 2 });
    expect(
      await shop.rows(
        "select name, email, search_text, orders_count, merged_into from customers where org_id = $1 and merged_into is not null",
      ),
    ).toEqual([{ name: null, email: null, search_text: " | ", orders_count: 0, merged_into: kept?.id }]);
    expect(await shop.rows("select customer_id, orders_count from customer_spend where org_id = $1")).toEqual(
      [{ customer_id: kept?.id, orders_count: 2 }],
    );
  });

  test("earlier evidence that comes late takes the phone to whom used it first", async () => {
    const shop = await openShop();
    const on = (day: string, email: string, id: number) =>
      ordered({
        id,
        customerId: 0,
        createdAt: `2026-11-${day}T02:00:00Z`,
        buyer: { email, phone: "012-345 6789" },
      });
    const holder = () =>
      shop.rows(
        "select c.email from identities i join customers c on c.id = i.customer_id where i.org_id = $1 and kind = 'phone'",
      );
    await shop.deliver(on("12", "siti@example.com", 1));
    expect(await holder()).toEqual([{ email: "siti@example.com" }]);
    await shop.deliver(on("11", "ali@example.com", 2));
    expect(await holder()).toEqual([{ email: "ali@example.com" }]);
  });

  test("a dropshipper's phone on everybody's orders belongs to nobody", async () => {
    const shop = await openShop();
    const buyers = Array.from({ length: 22 }, (_, i) =>
      guest(i + 1, `buyer${i}@example.com`, "012-345 6789"),
    );
    await shop.deliver(...buyers.slice(0, 12));
    await shop.deliver(...buyers.slice(12));
    expect(await shop.rows("select is_hub from identities where org_id = $1 and kind = 'phone'")).toEqual([
      { is_hub: true },
    ]);
    const shown = await shop.rows("select c.id from customers c where org_id = $1 and orders_count = 1");
    expect(shown).toHaveLength(22);
  });

  test("an order whose buyer is corrected moves to the other customer", async () => {
    const shop = await openShop();
    await shop.deliver(guest(1, "tpyo@example.com", ""));
    const corrected = wooOrderBody({
      id: 1,
      customerId: 0,
      modifiedAt: "2026-11-21T02:00:00Z",
      buyer: { email: "typo@example.com", phone: "" },
    });
    await shop.deliver(wooReceived(corrected, { topic: "order.updated" }));
    expect(await shop.rows("select email, orders_count from customers where org_id = $1 order by 1")).toEqual(
      [
        { email: "tpyo@example.com", orders_count: 0 },
        { email: "typo@example.com", orders_count: 1 },
      ],
    );
  });

  test("one email in two shops of an organization is one customer with an order in each", async () => {
    const woo = await openShop();
    const shopify = await openShop({ orgId: woo.orgId, platform: "shopify" });
    await woo.deliver(ordered({ customerId: 25 }));
    await shopify.deliver(shopifyReceived(shopifyOrderBody(), { topic: "orders/create" }));
    expect(await customersOf(woo)).toMatchObject([{ orders_count: 2 }]);
  });
});

describe("what is known of a customer", () => {
  test("the newest facts stand, and what a newer order leaves out stays", async () => {
    const shop = await openShop();
    const buyer = (name: string, phone: string) => ({ name, phone, email: "ali@example.com" });
    await shop.deliver(
      ordered({ id: 1, createdAt: "2026-11-12T02:00:00Z", buyer: buyer("Ali bin Abu", "") }),
      ordered({ id: 2, createdAt: "2026-11-10T02:00:00Z", buyer: buyer("Ali", "012-345 6789") }),
    );
    expect(await customersOf(shop)).toMatchObject([{ name: "Ali bin Abu", phone: "+60123456789" }]);
  });

  test("a fact that a person set stands, with the shop's beside it", async () => {
    const shop = await openShop();
    await shop.deliver(ordered({ id: 1 }));
    const fact = { value: "Puan Aisyah", at: "2026-11-21T02:00:00.000Z", hash: "", source: "person" };
    await database.owner.query("update customers set profile = profile || $2 where org_id = $1", [
      shop.orgId,
      JSON.stringify({ name: fact }),
    ]);
    await shop.deliver(ordered({ id: 2, createdAt: "2026-11-22T02:00:00Z", buyer: { name: "Aisyah R" } }));
    expect(await customersOf(shop)).toMatchObject([{ name: "Puan Aisyah", profile: { name: fact } }]);
    const [identity] = await shop.rows("select profile from identities where org_id = $1 and kind = 'email'");
    expect(identity).toMatchObject({ profile: { name: { value: "Aisyah R" } } });
  });

  test("each consent is kept once, under the address it is about", async () => {
    const shop = await openShop({ platform: "shopify" });
    const emailConsent = { state: "subscribed" as const, updatedAt: "2026-11-18T02:00:00Z" };
    const body = shopifyCustomerBody({
      emailConsent,
      smsConsent: { ...emailConsent, state: "unsubscribed" },
    });
    await shop.deliver(
      shopifyReceived(body, { topic: "customers/create" }),
      shopifyReceived(body, { topic: "customers/update" }),
    );
    expect(
      await shop.rows(`select i.kind, channel, c.state, source, decided_at from consents c
        join identities i on i.id = c.identity_id where c.org_id = $1 order by 1`),
    ).toEqual([
      {
        kind: "email",
        channel: "email",
        state: "subscribed",
        source: "shop",
        decided_at: new Date("2026-11-18T02:00:00Z"),
      },
      {
        kind: "phone",
        channel: "sms",
        state: "unsubscribed",
        source: "shop",
        decided_at: new Date("2026-11-18T02:00:00Z"),
      },
    ]);
  });

  test("a sample customer whom a real shop knows is no sample any more", async () => {
    const sample = await openShop();
    await database.owner.query("update shops set is_sample = true where org_id = $1", [sample.orgId]);
    const real = await openShop({ orgId: sample.orgId });
    await sample.deliver(ordered({ id: 1 }));
    expect(await customersOf(sample)).toMatchObject([{ is_sample: true }]);
    await real.deliver(ordered({ id: 2 }));
    expect(await customersOf(sample)).toMatchObject([{ is_sample: false, orders_count: 2 }]);
    expect(
      await sample.rows("select external_id, is_sample from orders where org_id = $1 order by 1"),
    ).toEqual([
      { external_id: "1", is_sample: true },
      { external_id: "2", is_sample: false },
    ]);
  });
});

describe("a customer in the trash", () => {
  const trash = (shop: TestShop) =>
    database.owner.query("update customers set deleted_at = '2026-11-22T02:00:00Z' where org_id = $1", [
      shop.orgId,
    ]);

  test("[5.2a] is kept up to date there", async () => {
    const shop = await openShop();
    await shop.deliver(ordered({ status: "pending" }));
    await trash(shop);
    const paid = wooOrderBody({ modifiedAt: "2026-11-22T03:00:00Z", buyer: { name: "Aisyah R" } });
    await shop.deliver(wooReceived(paid, { topic: "order.updated" }));
    expect(await customersOf(shop)).toMatchObject([
      { deleted_at: new Date("2026-11-22T02:00:00Z"), name: "Aisyah R", orders_count: 1 },
    ]);
  });

  test("[5.2a] comes back with a new order, and the delivery and the audit log say so", async () => {
    const shop = await openShop();
    await shop.deliver(ordered({ id: 1 }));
    await trash(shop);
    await shop.deliver(ordered({ id: 2 }));
    const [customer] = await customersOf(shop);
    expect(customer).toMatchObject({ deleted_at: null, orders_count: 2 });
    expect(
      await shop.rows("select subject, detail from deliveries where org_id = $1 order by subject"),
    ).toEqual([
      { subject: "order:1", detail: null },
      { subject: "order:2", detail: "customer_restored" },
    ]);
    expect(
      await shop.rows("select action, subject_id, actor_kind, facts from audit_log where org_id = $1"),
    ).toEqual([
      {
        action: "customer.restored",
        subject_id: customer?.id,
        actor_kind: "shop",
        facts: { because: "new_order" },
      },
    ]);
  });

  test("is no less in the trash when a part of it turns out to be somebody else", async () => {
    const shop = await openShop();
    const on = (day: string, id: number, customerId: number, email: string) =>
      ordered({
        id,
        customerId,
        createdAt: `2026-11-${day}T02:00:00Z`,
        buyer: { email, phone: "012-345 6789" },
      });
    await shop.deliver(on("12", 1, 0, "siti@example.com"), on("13", 2, 7, "siti@example.com"));
    await trash(shop);
    const account = wooCustomerBody({
      id: 8,
      createdAt: "2026-11-01T02:00:00Z",
      buyer: { email: "siti@example.com", phone: "" },
    });
    await shop.deliver(wooReceived(account, { topic: "customer.updated" }));
    const customers = await customersOf(shop);
    expect(customers).toHaveLength(2);
    expect(customers.every(({ deleted_at }) => deleted_at !== null)).toBe(true);
  });
});
