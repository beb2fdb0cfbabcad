import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { openHttp } from "~/db/client";
import { type ConnectedShop, createConnectedShop } from "../../../tests/factories/connected-shop";
import { createTestDatabase } from "../../../tests/setup/database";
import { purgeTrash } from "./purge-trash.server";

const database = await createTestDatabase();
const db = openHttp(database.url);
const run = (text: string, values: unknown[] = []) => database.owner.query(text, values);
const rows = async (text: string, values: unknown[] = []) => (await run(text, values)).rows;
const purge = (maxBatches = 50) => purgeTrash({ db, now: new Date(), maxBatches });

let shop: ConnectedShop;

beforeEach(async () => {
  await run("DELETE FROM orders");
  await run("DELETE FROM customers");
  await run("DELETE FROM products");
  await run("DELETE FROM deliveries");
  shop = await createConnectedShop(run);
});

const ago = (days: number | null) => (days === null ? null : new Date(Date.now() - days * 86_400_000));

/** A customer with an identity; `days` in the trash. */
async function addCustomer(days: number | null, mergedInto: string | null = null): Promise<string> {
  const id = randomUUID();
  await run(
    `INSERT INTO customers (org_id, id, name, sort_name, email, deleted_at, merged_into)
     VALUES ($1, $2, 'Aisyah', 'aisyah', 'aisyah@example.com', $3, $4)`,
    [shop.orgId, id, ago(days), mergedInto],
  );
  await run(
    `INSERT INTO identities (org_id, id, kind, namespace, value, customer_id, first_seen_at)
     VALUES ($1, $2, 'platform', $3, $4, $2, now())`,
    [shop.orgId, id, shop.shopId, id.slice(0, 8)],
  );
  return id;
}

async function addOrder(days: number | null, customerId: string | null): Promise<string> {
  const id = randomUUID();
  await run(
    `INSERT INTO orders (org_id, id, shop_id, external_id, number, customer_id, identity_id, status, source_status,
       currency, total_minor, tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test,
       is_cash_on_delivery, contact, version_at, version_rank, version_hash, deleted_at)
     VALUES ($1, $2::uuid, $3, $2::uuid::text, '7', $4, $4, 'paid', 'processing', 'MYR', 100, 0, 0, 0, 100, now(), false, false,
       '{"person": {"email": "aisyah@example.com"}}', now(), 4, '', $5)`,
    [shop.orgId, id, shop.shopId, customerId, ago(days)],
  );
  await run(
    `INSERT INTO order_items (org_id, order_id, position, external_id, name, quantity, total_minor, tax_minor)
     VALUES ($1, $2, 0, '1', 'Teh', 1, 100, 0)`,
    [shop.orgId, id],
  );
  return id;
}

async function addProduct(days: number | null): Promise<void> {
  await run(
    `INSERT INTO products (org_id, id, shop_id, external_id, name, status, stock, version_at, version_hash, deleted_at)
     VALUES ($1, $2::uuid, $3, $2::uuid::text, 'Teh', 'active', 'in_stock', now(), '', $4)`,
    [shop.orgId, randomUUID(), shop.shopId, ago(days)],
  );
}

async function addDelivery(subject: string): Promise<void> {
  await run(
    `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, subject, dedupe_key, outcome, headers, body, body_bytes)
     VALUES ($1, gen_random_uuid(), now(), $2, 'order.created', $3, gen_random_uuid()::text, 'applied', '{"a":"b"}', '{}', 2)`,
    [shop.orgId, shop.connectionId, subject],
  );
}

describe("purging the trash", () => {
  test("[5.2b] deletes for good what has lain there for 30 days, and nothing younger", async () => {
    const [old, young, live] = [await addCustomer(30), await addCustomer(29.9), await addCustomer(null)];
    await addOrder(31, null);
    const kept = await addOrder(29, null);
    await addProduct(40);
    await addProduct(null);
    expect(await purge()).toEqual({ purged: 3, batches: 1 });
    const ids = await rows("SELECT id FROM customers ORDER BY created_at");
    expect(ids).toEqual([{ id: young }, { id: live }]);
    expect(await rows("SELECT * FROM identities WHERE customer_id = $1", [old])).toEqual([]);
    expect(await rows("SELECT id FROM orders")).toEqual([{ id: kept }]);
    expect(await rows("SELECT order_id FROM order_items")).toEqual([{ order_id: kept }]);
    expect(await rows("SELECT count(*)::int AS count FROM products")).toEqual([{ count: 1 }]);
  });

  test("[5.1] keeps customers and their orders, however old, until somebody deletes them", async () => {
    const customer = await addCustomer(null);
    const order = await addOrder(null, customer);
    await run("UPDATE customers SET created_at = now() - interval '20 years'");
    await run(
      "UPDATE orders SET placed_at = now() - interval '20 years', version_at = now() - interval '20 years'",
    );
    expect(await purge()).toMatchObject({ purged: 0 });
    expect(await rows("SELECT id, customer_id FROM orders")).toEqual([{ id: order, customer_id: customer }]);
  });

  test("keeps a purged buyer's orders as sales without a person", async () => {
    const order = await addOrder(null, await addCustomer(31));
    await purge();
    const [kept] = await rows(
      "SELECT id, customer_id, identity_id, contact, erased_at, total_minor FROM orders",
    );
    expect(kept).toEqual({
      id: order,
      customer_id: null,
      identity_id: null,
      contact: null,
      erased_at: expect.any(Date),
      total_minor: "100",
    });
  });

  test("empties what the webhook log holds of purged records, and of no others", async () => {
    const customer = await addCustomer(31);
    const order = await addOrder(null, customer);
    const other = await addOrder(null, await addCustomer(null));
    for (const subject of [`customer:${customer.slice(0, 8)}`, `order:${order}`, `order:${other}`]) {
      await addDelivery(subject);
    }
    await purge();
    const log = await rows("SELECT subject, body, headers FROM deliveries WHERE erased_at IS NULL");
    expect(log).toEqual([{ subject: `order:${other}`, body: "{}", headers: { a: "b" } }]);
    expect(await rows("SELECT DISTINCT body, headers FROM deliveries WHERE erased_at IS NOT NULL")).toEqual([
      { body: null, headers: {} },
    ]);
  });

  test("takes those with it who were merged into a purged customer", async () => {
    const survivor = await addCustomer(31);
    await addCustomer(null, await addCustomer(null, survivor));
    expect((await purge()).purged).toBe(3);
    expect(await rows("SELECT id FROM customers")).toEqual([]);
  });

  test("takes subscriptions and notes too, and what bulk changes keep of a record", async () => {
    const customer = await addCustomer(null);
    for (const days of [31, 3, null]) {
      await run(
        `INSERT INTO notes (org_id, id, customer_id, body, author_id, deleted_at) VALUES ($1, $2, $3, 'Call', $2, $4)`,
        [shop.orgId, randomUUID(), customer, ago(days)],
      );
      await run(
        `INSERT INTO subscriptions (org_id, id, shop_id, external_id, number, status, source_status, currency,
           amount_minor, interval_count, interval_unit, started_at, version_at, version_rank, version_hash, deleted_at)
         VALUES ($1, $2::uuid, $3, $2::uuid::text, '8', 'active', 'active', 'MYR', 1, 1, 'month', now(), now(), 1, '', $4)`,
        [shop.orgId, randomUUID(), shop.shopId, ago(days)],
      );
    }
    const old = await addCustomer(31);
    await run(
      `WITH made AS (INSERT INTO bulk_changes (org_id, id, noun, kind, created_by, expires_at)
         VALUES ($1, gen_random_uuid(), 'customer', 'trash', $1, now() + interval '1 day') RETURNING org_id, id)
       INSERT INTO bulk_change_rows (org_id, change_id, record_id, outcome)
       SELECT org_id, id, unnest($2::uuid[]), 'changed' FROM made`,
      [shop.orgId, [old, customer]],
    );
    expect(await purge()).toMatchObject({ purged: 3 });
    expect(await rows("SELECT count(*)::int AS count FROM notes")).toEqual([{ count: 2 }]);
    expect(await rows("SELECT count(*)::int AS count FROM subscriptions")).toEqual([{ count: 2 }]);
    expect(await rows("SELECT record_id FROM bulk_change_rows")).toEqual([{ record_id: customer }]);
    await run("DELETE FROM subscriptions");
  });

  test("writes one audit row per organization and batch", async () => {
    await addCustomer(31);
    const first = shop.orgId;
    shop = await createConnectedShop(run);
    await addProduct(31);
    await addProduct(31);
    await purge();
    const audit = await rows(
      "SELECT org_id, actor_id, action, facts FROM audit_log ORDER BY facts->'customers' DESC",
    );
    const row = { actor_id: "purge-trash", action: "trash.purged" };
    const none = { customers: 0, orders: 0, products: 0, subscriptions: 0, notes: 0 };
    expect(audit.filter(({ org_id }) => org_id === first || org_id === shop.orgId)).toEqual([
      { ...row, org_id: first, facts: { ...none, customers: 1 } },
      { ...row, org_id: shop.orgId, facts: { ...none, products: 2 } },
    ]);
  });

  test("finds nothing to do the second time, and goes on where a bounded run stopped", async () => {
    await addCustomer(31);
    shop = await createConnectedShop(run);
    await addCustomer(33);
    expect(await purge(1)).toEqual({ purged: 1, batches: 1 });
    expect(await purge(1)).toEqual({ purged: 1, batches: 1 });
    expect(await purge(1)).toEqual({ purged: 0, batches: 0 });
  });

  test("deletes each record once when two runs meet", async () => {
    for (let i = 0; i < 20; i++) await addCustomer(31);
    const runs = await Promise.all([purge(), purge(), purge()]);
    expect(runs.reduce((sum, { purged }) => sum + purged, 0)).toBe(20);
  });

  test("leaves a record alone that someone is restoring at that moment", async () => {
    const customer = await addCustomer(31);
    const restoring = await database.owner.connect();
    await restoring.query("BEGIN");
    await restoring.query("UPDATE customers SET deleted_at = NULL WHERE id = $1", [customer]);
    expect(await purge()).toEqual({ purged: 0, batches: 0 });
    await restoring.query("COMMIT");
    restoring.release();
    expect(await purge()).toEqual({ purged: 0, batches: 0 });
    expect(await rows("SELECT id FROM customers")).toEqual([{ id: customer }]);
  });

  test("is not hurried by a clock that runs ahead", async () => {
    await addCustomer(1);
    const now = new Date(Date.now() + 365 * 86_400_000);
    expect(await purgeTrash({ db, now, maxBatches: 5 })).toEqual({ purged: 0, batches: 0 });
  });
});
