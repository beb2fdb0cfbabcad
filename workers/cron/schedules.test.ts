import { createScheduledController, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { neon } from "@neondatabase/serverless";
import { afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import "~/db/client";
import { type ConnectedShop, createConnectedShop } from "../../tests/factories/connected-shop";
import { catchHandOns, deliver, SECRET, sealSecret } from "../durable-objects/inbox/inbox-fixture";
import { EVERY_FEW_MINUTES, EVERY_NIGHT, runSchedule } from "./schedules";

const sql = neon(inject("ownerDatabaseUrl"));
const run = (statement: string, values: unknown[] = []) => sql.query(statement, values);
const tick = (cron: string) =>
  runSchedule(createScheduledController({ cron, scheduledTime: new Date() }), env);

// Other files use this database at the same time: nothing here counts all rows.
beforeEach(async () => {
  await run("DELETE FROM sweep_cursors");
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A shop with a secret that its inbox has yet to learn. */
async function connect(options: { platform?: "woocommerce" | "shopify"; externalId?: string } = {}) {
  const place = { orgId: crypto.randomUUID(), connectionId: crypto.randomUUID() };
  await run("INSERT INTO organizations (id, slug, name) VALUES ($1, $2, 'Kedai')", [
    place.orgId,
    place.orgId.slice(0, 8),
  ]);
  const secrets = [await sealSecret(SECRET, place)];
  const shop = await createConnectedShop(run, { ...place, ...options, secrets });
  await run("INSERT INTO inbox_pushes (org_id, connection_id, version) VALUES ($1, $2, 1)", [
    shop.orgId,
    shop.connectionId,
  ]);
  return { ...shop, inbox: env.INBOX.getByName(shop.connectionId) };
}

async function pushesOf({ connectionId }: ConnectedShop) {
  return run("SELECT version FROM inbox_pushes WHERE connection_id = $1", [connectionId]);
}

describe("the sweep of every few minutes", () => {
  test("teaches an inbox its configuration, so that it accepts", async () => {
    const shop = await connect();
    expect(await deliver(shop.connectionId, { id: 1 })).toMatchObject({ status: 503 });
    await tick(EVERY_FEW_MINUTES);
    expect(await pushesOf(shop)).toEqual([]);
    expect(await deliver(shop.connectionId, { id: 1 })).toMatchObject({ status: 200 });
  });

  test("lists a Shopify connection under its domain", async () => {
    const domain = `${crypto.randomUUID().slice(0, 8)}.myshopify.com`;
    const shop = await connect({ platform: "shopify", externalId: domain });
    await tick(EVERY_FEW_MINUTES);
    expect(await env.DIRECTORY.getByName(domain).list()).toEqual([shop.connectionId]);
  });

  test("wakes an inbox whose alarm was lost", async () => {
    const shop = await connect();
    await tick(EVERY_FEW_MINUTES);
    const sent = await catchHandOns(shop.inbox, { retryMs: 50 });
    await deliver(shop.connectionId, { id: 1 });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await runInDurableObject(shop.inbox, (_inbox, state) => state.storage.deleteAlarm());
    await tick(EVERY_FEW_MINUTES);
    await vi.waitFor(() => expect(sent.length).toBeGreaterThan(1));
  });

  test("brings the counts of refused requests into the database, once", async () => {
    const shop = await connect();
    await tick(EVERY_FEW_MINUTES);
    const earlier = Date.now() - 120_000;
    vi.spyOn(Date, "now").mockReturnValue(earlier);
    await deliver(shop.connectionId, { id: 1 }, "a wrong secret");
    await deliver(shop.connectionId, { id: 1 }, "a wrong secret");
    vi.restoreAllMocks();
    const counted = [{ reason: "bad_signature", count: 2 }];
    for (let i = 0; i < 2; i++) {
      await tick(EVERY_FEW_MINUTES);
      const kept = await run("SELECT reason, count FROM refusals WHERE connection_id = $1", [
        shop.connectionId,
      ]);
      expect(kept).toEqual(counted);
      expect((await shop.inbox.poke()).refusals).toEqual([]);
    }
  });

  test("goes on when one inbox cannot be reached, and comes back to it", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const [bad, good] = [await connect(), await connect()];
    const INBOX = new Proxy(env.INBOX, {
      get: (target, key) => (name: string) => {
        if (name === bad.connectionId) throw new Error("away");
        return Reflect.get(target, key).call(target, name);
      },
    });
    await runSchedule(createScheduledController({ cron: EVERY_FEW_MINUTES }), { ...env, INBOX });
    expect([await pushesOf(bad), await pushesOf(good)]).toEqual([[{ version: 1 }], []]);
    await tick(EVERY_FEW_MINUTES);
    expect(await pushesOf(bad)).toEqual([]);
  });
});

describe("the maintenance of every night", () => {
  test("[5.2b] purges the trash and makes room for coming deliveries", async () => {
    const { orgId } = await connect();
    await run(
      `INSERT INTO customers (org_id, id, sort_name, deleted_at)
       VALUES ($1, gen_random_uuid(), 'a', now() - interval '31 days'), ($1, gen_random_uuid(), 'b', now())`,
      [orgId],
    );
    await tick(EVERY_NIGHT);
    expect(await run("SELECT sort_name FROM customers WHERE org_id = $1", [orgId])).toEqual([
      { sort_name: "b" },
    ]);
    const acts = await run("SELECT action, facts FROM audit_log WHERE org_id = $1", [orgId]);
    expect(acts).toEqual([
      { action: "trash.purged", facts: { customers: 1, orders: 0, products: 0, subscriptions: 0, notes: 0 } },
    ]);
  });
});

test("[5.1] [5.4] no schedule takes a record that nobody deleted, however old it is, or from the webhook log what is younger than 90 days", async () => {
  const { orgId, shopId, connectionId } = await connect();
  const kept = () =>
    run(
      `SELECT (SELECT count(*)::int FROM customers WHERE org_id = $1) AS customers,
         (SELECT count(*)::int FROM orders WHERE org_id = $1 AND customer_id IS NOT NULL) AS orders,
         (SELECT count(*)::int FROM products WHERE org_id = $1) AS products,
         (SELECT count(*)::int FROM subscriptions WHERE org_id = $1) AS subscriptions,
         (SELECT array_agg(dedupe_key ORDER BY received_at) FROM deliveries
          WHERE org_id = $1 AND body IS NOT NULL) AS deliveries`,
      [orgId],
    );
  const customerId = crypto.randomUUID();
  const old = "now() - interval '20 years'";
  const shop = `$1, gen_random_uuid(), $2, 'old'`;
  await run(`INSERT INTO customers (org_id, id, sort_name, created_at) VALUES ($1, $2, 'old', ${old})`, [
    orgId,
    customerId,
  ]);
  await run(
    `INSERT INTO orders (org_id, id, shop_id, external_id, number, customer_id, currency, total_minor, tax_minor,
       shipping_minor, discount_minor, paid_minor, status, source_status, placed_at, is_test, is_cash_on_delivery,
       version_at, version_rank, version_hash, created_at, updated_at)
     VALUES (${shop}, '1', $3, 'MYR', 1, 0, 0, 0, 1, 'paid', 'paid', ${old}, false, false, ${old}, 1, 'h',
       ${old}, ${old})`,
    [orgId, shopId, customerId],
  );
  await run(
    `INSERT INTO products (org_id, id, shop_id, external_id, name, status, stock, version_at, version_hash, created_at)
     VALUES (${shop}, 'Kopi', 'active', 'unknown', ${old}, 'h', ${old})`,
    [orgId, shopId],
  );
  await run(
    `INSERT INTO subscriptions (org_id, id, shop_id, external_id, number, status, source_status, currency, amount_minor,
       interval_count, interval_unit, started_at, ended_at, version_at, version_rank, version_hash, created_at)
     VALUES (${shop}, '1', 'expired', 'expired', 'MYR', 1, 1, 'month', ${old}, ${old}, ${old}, 1, 'h', ${old})`,
    [orgId, shopId],
  );
  await run(
    `INSERT INTO deliveries (org_id, id, connection_id, received_at, topic, dedupe_key, outcome, body, body_bytes, headers)
     VALUES ($1, gen_random_uuid(), $2, ${old}, 'order.created', 'old', 'failed', '{}', 2, '{}'),
       ($1, gen_random_uuid(), $2, now() - interval '89 days', 'order.created', 'young', 'failed', '{}', 2, '{}')`,
    [orgId, connectionId],
  );
  const records = { customers: 1, orders: 1, products: 1, subscriptions: 1 };
  expect(await kept()).toEqual([{ ...records, deliveries: ["old", "young"] }]);
  for (const cron of [EVERY_FEW_MINUTES, EVERY_NIGHT]) await tick(cron);
  expect(await kept()).toEqual([{ ...records, deliveries: ["young"] }]);
});

describe("an organization whose 30 days of closing are over", () => {
  test("[5.5] has no inbox, no listing, no stored parts and no rows any more", async () => {
    const domain = `${crypto.randomUUID().slice(0, 8)}.myshopify.com`;
    const shop = await connect({ platform: "shopify", externalId: domain });
    await tick(EVERY_FEW_MINUTES);
    await deliver(shop.connectionId, { id: 1, email: "canary@ujian.example" });
    await env.ARCHIVE.put(`exports/${shop.orgId}/a/csv/customers.csv/000000`, "canary");
    await run("UPDATE organizations SET state = 'closing', closes_at = now() WHERE id = $1", [shop.orgId]);
    await tick(EVERY_NIGHT);
    expect(await deliver(shop.connectionId, { id: 2 })).toMatchObject({ status: 410 });
    expect((await shop.inbox.read(1, 9)).deliveries).toEqual([]);
    expect(await env.DIRECTORY.getByName(domain).list()).toEqual([]);
    expect((await env.ARCHIVE.list({ prefix: `exports/${shop.orgId}/` })).objects).toEqual([]);
    expect(await run("SELECT id FROM shops WHERE org_id = $1", [shop.orgId])).toEqual([]);
    expect(await run("SELECT id FROM organizations WHERE id = $1", [shop.orgId])).toEqual([]);
  });
});

test("a schedule that nobody wrote a job for is an error", async () => {
  await expect(tick("* * * * *")).rejects.toThrow("no job for the schedule");
});
