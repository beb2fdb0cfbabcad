import { beforeAll, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { explainReads, stepsToPage } from "../../../tests/setup/explain";
import type { TrashNoun } from "./trash-nouns";
import { listTrash } from "./trash-queries.server";

const database = await createTestDatabase();
const { owner } = database;
const ROWS = 5000;
/** Half of the rows are in the trash. */
const DELETED = "CASE WHEN i % 2 = 0 THEN now() - i * interval '1 minute' END";
let member: TestMember;

beforeAll(async () => {
  member = await createMember(database);
  const run = (text: string, values: unknown[]) => owner.query(text, values);
  const { shopId } = await createConnectedShop(run, { orgId: member.orgId });
  const series = `FROM generate_series(1, ${ROWS}) i`;
  await run(
    `INSERT INTO customers (org_id, id, name, sort_name, created_at, deleted_at)
     SELECT $1, gen_random_uuid(), 'Nama ' || i, 'nama ' || i, now(), ${DELETED} ${series}`,
    [member.orgId],
  );
  await run(
    `INSERT INTO orders (org_id, id, shop_id, external_id, number, status, source_status, currency, total_minor,
       tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test, is_cash_on_delivery, version_at,
       version_rank, version_hash, deleted_at)
     SELECT $1, gen_random_uuid(), $2::uuid, i, i, 'paid', 'x', 'MYR', 1, 0, 0, 0, 1, now(), false, false, now(), 1, '',
       ${DELETED} ${series}`,
    [member.orgId, shopId],
  );
  await run(
    `INSERT INTO products (org_id, id, shop_id, external_id, name, status, stock, version_at, version_hash, deleted_at)
     SELECT $1, gen_random_uuid(), $2::uuid, i, 'Sambal ' || i, 'active', 'in_stock', now(), '', ${DELETED} ${series}`,
    [member.orgId, shopId],
  );
  await run(
    `INSERT INTO subscriptions (org_id, id, shop_id, external_id, number, status, source_status, currency, amount_minor,
       interval_count, interval_unit, started_at, version_at, version_rank, version_hash, deleted_at)
     SELECT $1, gen_random_uuid(), $2::uuid, i, 'S-' || i, 'active', 'active', 'MYR', 1, 1, 'month', now(), now(), 0, '',
       ${DELETED} ${series}`,
    [member.orgId, shopId],
  );
  await owner.query("VACUUM ANALYZE customers, orders, products, subscriptions");
});

async function pageOf(noun: TrashNoun, index: string, params: { q?: string; after?: string } = {}) {
  const ctx = member.context("trash.view");
  const plans = await explainReads(database, member.orgId, ctx, (ctx) =>
    listTrash(ctx, { noun, q: "", ...params }),
  );
  return plans.find(({ indexes }) => indexes.includes(index));
}

test.each<[TrashNoun, string]>([
  ["customer", "customers_trash_idx"],
  ["order", "orders_trash_idx"],
  ["product", "products_trash_idx"],
  ["subscription", "subscriptions_trash_idx"],
])("the trash is read by when something was deleted, on every page: %s", async (noun, index) => {
  const first = await listTrash(member.context("trash.view"), { noun, q: "" });
  expect(first.rows).toHaveLength(50);
  for (const after of [undefined, first.next ?? ""]) {
    const plan = await pageOf(noun, index, after === undefined ? {} : { after });
    expect(plan?.indexes).toContain(index);
    expect(stepsToPage(plan)).not.toContain("Sort");
    expect(stepsToPage(plan)).not.toContain("Seq Scan");
  }
});

test.each<[TrashNoun, string, string]>([
  ["customer", "nama 4444", "customers_trash_name_idx"],
  ["order", "4444", "orders_number_idx"],
  ["subscription", "S-4444", "subscriptions_number_idx"],
])("words find what begins with them through an index: %s %s", async (noun, q, index) => {
  expect((await pageOf(noun, index, { q }))?.indexes).toContain(index);
});
