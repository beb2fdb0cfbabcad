import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { removeSample } from "./remove-sample.server";

const database = await createTestDatabase();
const run = (statement: string, values: unknown[]) => database.owner.query(statement, values);

/** The same id for the same words, in the form of a random one. */
const uuidOf = (words: string) =>
  `overlay(overlay(md5(${words}) placing '4' from 13) placing '8' from 17)::uuid`;

/** A shop with `count` customers, each with an order of one item, a product and a delivery. */
async function fillShop(member: TestMember, { count, isSample }: { count: number; isSample: boolean }) {
  const shop = await createConnectedShop(run, { orgId: member.orgId });
  const { orgId, shopId, connectionId } = shop;
  await run("UPDATE shops SET is_sample = $2 WHERE id = $1", [shopId, isSample]);
  await run("UPDATE connections SET is_sample = $2 WHERE id = $1", [connectionId, isSample]);
  const seed = randomUUID().slice(0, 8);
  const fill = (statement: string) =>
    run(
      `WITH made AS (
         SELECT $1::uuid AS org, $2::uuid AS shop, i::text AS i, $4::boolean AS sample, ${uuidOf("$5 || 'c' || i")} AS c,
           ${uuidOf("$5 || 'i' || i")} AS identity FROM generate_series(1, $3::int) i)
       ${statement}`,
      [orgId, shopId, count, isSample, seed],
    );
  await fill(`INSERT INTO customers (org_id, id, sort_name, is_sample) SELECT org, c, i, sample FROM made`);
  await fill(`INSERT INTO identities (org_id, id, kind, namespace, value, customer_id, first_seen_at)
    SELECT org, identity, 'platform', shop::text, i, c, now() FROM made`);
  await fill(`INSERT INTO orders (org_id, id, shop_id, external_id, number, customer_id, identity_id, status,
      source_status, currency, total_minor, tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test,
      is_cash_on_delivery, version_at, version_rank, version_hash, is_sample)
    SELECT org, gen_random_uuid(), shop, i, i, c, identity, 'paid', 'paid', 'MYR', 100, 0, 0, 0, 100, now(), false,
      false, now(), 0, '', sample FROM made`);
  await fill(`INSERT INTO products (org_id, id, shop_id, external_id, name, status, stock, version_at, version_hash,
      is_sample)
    SELECT org, gen_random_uuid(), shop, i, 'p', 'active', 'unknown', now(), '', sample FROM made`);
  await run(
    `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, dedupe_key, outcome, body_bytes)
     SELECT $1, gen_random_uuid(), now(), $2, 'order.created', i::text, 'applied', 2 FROM generate_series(1, $3::int) i`,
    [orgId, connectionId, count],
  );
  return { ...shop, customerId: (i: number) => uuidOf(`'${seed}c${i}'`) };
}

const TABLES = ["shops", "connections", "customers", "identities", "orders", "products", "deliveries"];

async function rowsOf(member: TestMember): Promise<Record<string, number>> {
  const counts = TABLES.map((table) => `(SELECT count(*)::int FROM ${table} WHERE org_id = $1) AS ${table}`);
  const { rows } = await database.owner.query(`SELECT ${counts.join(", ")}`, [member.orgId]);
  return rows[0];
}

async function actsOf(member: TestMember): Promise<unknown[]> {
  const { rows } = await database.owner.query(
    "SELECT action, facts FROM audit_log WHERE org_id = $1 ORDER BY seq",
    [member.orgId],
  );
  return rows;
}

const remove = (member: TestMember) => removeSample(member.context("sample.remove"));
const EMPTY = Object.fromEntries(TABLES.map((table) => [table, 0]));

describe("removing the sample data", () => {
  test("takes everything of the sample shops, their deliveries too, and writes one act", async () => {
    const member = await createMember(database);
    const { connectionId } = await fillShop(member, { count: 5, isSample: true });
    expect(await remove(member)).toMatchObject({
      isDone: true,
      left: { shops: 0, customers: 0, orders: 0, products: 0 },
    });
    expect(await rowsOf(member)).toEqual(EMPTY);
    expect(await actsOf(member)).toEqual([
      { action: "sample.removed", facts: { shops: 1, customers: 5, orders: 5, products: 5 } },
    ]);
    expect(member.configs).toMatchObject([{ connectionId, isEnabled: false, secrets: [] }]);
  });

  test("leaves what real shops brought untouched", async () => {
    const member = await createMember(database);
    await fillShop(member, { count: 3, isSample: false });
    const before = await rowsOf(member);
    await fillShop(member, { count: 4, isSample: true });
    await remove(member);
    expect(await rowsOf(member)).toEqual(before);
  });

  test("goes on where it stopped, a few thousand rows a call", async () => {
    const member = await createMember(database);
    await fillShop(member, { count: 2_300, isSample: true });
    const first = await remove(member);
    expect(first.isDone).toBe(false);
    expect(first.left.orders).toBe(300);
    expect((await remove(member)).isDone).toBe(true);
    expect(await rowsOf(member)).toEqual(EMPTY);
    expect(await actsOf(member)).toHaveLength(1);
  });

  test("keeps a sample customer who has bought in a real shop, and counts them anew", async () => {
    const member = await createMember(database);
    const sample = await fillShop(member, { count: 2, isSample: true });
    const real = await fillShop(member, { count: 1, isSample: false });
    await run(`UPDATE orders SET customer_id = ${sample.customerId(1)} WHERE shop_id = $1`, [real.shopId]);
    await run(`UPDATE customers SET orders_count = 2 WHERE id = ${sample.customerId(1)}`, []);
    await remove(member);
    const { rows } = await database.owner.query(
      `SELECT is_sample, orders_count FROM customers WHERE org_id = $1 AND id = ${sample.customerId(1)}`,
      [member.orgId],
    );
    expect(rows).toEqual([{ is_sample: false, orders_count: 1 }]);
  });

  test("waits with the shop until its inbox knows that it is off", async () => {
    const member = await createMember(database);
    await fillShop(member, { count: 1, isSample: true });
    const print = console.error;
    console.error = () => undefined;
    const inboxes = { configure: () => Promise.reject(new Error("no answer")) };
    const { ports } = member.context("sample.remove");
    const cut = await removeSample(member.context("sample.remove", { ports: { ...ports, inboxes } }));
    console.error = print;
    expect(cut.isDone).toBe(false);
    expect(cut.left).toEqual({ shops: 1, customers: 0, orders: 0, products: 0 });
    await run("DELETE FROM inbox_pushes WHERE org_id = $1", [member.orgId]);
    expect(await remove(member)).toMatchObject({ isDone: true, removed: 1 });
  });

  test("does nothing, and writes nothing, where there is none", async () => {
    const member = await createMember(database);
    await fillShop(member, { count: 1, isSample: false });
    expect((await remove(member)).isDone).toBe(true);
    expect(await actsOf(member)).toEqual([]);
  });

  test("is refused to a role without the permission, and never reaches another organization", async () => {
    const member = await createMember(database);
    await fillShop(member, { count: 2, isSample: true });
    const before = await rowsOf(member);
    const viewer = await createMember(database, { organization: member, role: "viewer" });
    await expect(remove(viewer)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await createMember(database);
    await remove(stranger);
    expect(await rowsOf(member)).toEqual(before);
  });
});
