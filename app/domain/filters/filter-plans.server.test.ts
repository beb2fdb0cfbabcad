import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { explainReads, stepsToPage } from "../../../tests/setup/explain";
import { listCustomers } from "../customers/customer-list-queries.server";
import { listOrders } from "../orders/order-list-queries.server";
import type { Clause } from "./filter-tree";
import { readListParams } from "./list-query.schema";

const database = await createTestDatabase();
const { owner } = database;
const FIELD = randomUUID();
const TAG = randomUUID();
const ROWS = 10_000;
let member: TestMember;

beforeAll(async () => {
  member = await createMember(database);
  const run = (text: string, values: unknown[]) => owner.query(text, values);
  const { shopId } = await createConnectedShop(run, { orgId: member.orgId });
  await run(
    `INSERT INTO customers (org_id, id, name, sort_name, email, phone, company, city, orders_count, last_order_at,
       first_order_at, created_at)
     SELECT $1, gen_random_uuid(), 'Nama ' || i, 'nama ' || i, i || '@kedai.my', '+6012' || i, 'Kedai ' || i, 'Bandar ' || i,
       i % 100, now() - i * interval '1 hour', now() - i * interval '2 hours', now() - i * interval '3 hours'
     FROM generate_series(1, ${ROWS}) i`,
    [member.orgId],
  );
  await run(
    "INSERT INTO customer_spend SELECT org_id, id, 'MYR', 1, orders_count * 100, 0, orders_count * 100 FROM customers WHERE org_id = $1",
    [member.orgId],
  );
  await run("INSERT INTO tags (org_id, id, name, folded, colour) VALUES ($1, $2, 'VIP', 'vip', 'gray')", [
    member.orgId,
    TAG,
  ]);
  await run(
    `INSERT INTO customer_tags (org_id, customer_id, tag_id, source)
     SELECT org_id, id, $2, 'person' FROM customers WHERE org_id = $1 AND orders_count = 7`,
    [member.orgId, TAG],
  );
  const others = randomUUID();
  await run("INSERT INTO tags (org_id, id, name, folded, colour) VALUES ($1, $2, 'Baru', 'baru', 'gray')", [
    member.orgId,
    others,
  ]);
  await run(
    `INSERT INTO customer_tags (org_id, customer_id, tag_id, source)
     SELECT org_id, id, $2, 'person' FROM customers WHERE org_id = $1`,
    [member.orgId, others],
  );
  await run(
    "INSERT INTO custom_fields (org_id, id, key, name, type, position) VALUES ($1, $2, 'size', 'Saiz', 'number', 0)",
    [member.orgId, FIELD],
  );
  await run(
    `INSERT INTO custom_field_values (org_id, customer_id, field_id, number_value, source, set_at)
     SELECT org_id, id, $2, (row_number() OVER (ORDER BY id)) * 10000, 'person', now() FROM customers WHERE org_id = $1`,
    [member.orgId, FIELD],
  );
  await run(
    `INSERT INTO orders (org_id, id, shop_id, external_id, number, customer_id, status, source_status, currency, total_minor,
       tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test, is_cash_on_delivery, version_at,
       version_rank, version_hash, coupons, refunded_minor, payment_method)
     SELECT $1, gen_random_uuid(), $2::uuid, i, 1000 + i, NULL, 'paid', 'x', 'MYR', i, 0, 0, 0, i,
       now() - i * interval '1 hour', i % 500 = 0, false, now(), 1, '',
       CASE WHEN i % 400 = 0 THEN '["RAYA"]' ELSE '[]' END::jsonb, CASE WHEN i % 300 = 0 THEN 1 ELSE 0 END,
       CASE WHEN i % 500 = 0 THEN 'Tunai' ELSE 'FPX' END
     FROM generate_series(1, ${ROWS}) i`,
    [member.orgId, shopId],
  );
  await owner.query("VACUUM ANALYZE customers, customer_spend, customer_tags, custom_field_values, orders");
});

async function planOf(noun: "customers" | "orders", search: Record<string, string>) {
  const ctx = member.context("customers.view");
  const params = readListParams(noun, new URLSearchParams(search));
  const plans = await explainReads(database, member.orgId, ctx, (ctx) =>
    noun === "customers" ? listCustomers(ctx, params) : listOrders(ctx, params),
  );
  // The page is read before its count, which what is all on one page does not need.
  const [page, count] = plans.filter(({ steps }) => steps.includes("Limit"));
  return { page, count };
}
const filterOf = (clause: Clause) => ({ filter: JSON.stringify({ v: 1, match: "all", rules: [clause] }) });

describe("as the app's role, under row-level security", () => {
  test.each<[Clause, string]>([
    [{ field: "name", op: "is", value: "Nama 77" }, "customers_name_key_idx"],
    [{ field: "name", op: "startsWith", value: "Nama 777" }, "customers_name_key_idx"],
    [{ field: "email", op: "is", value: "77@kedai.my" }, "customers_email_idx"],
    [{ field: "email", op: "startsWith", value: "777" }, "customers_email_idx"],
    [{ field: "phone", op: "startsWith", value: "012777" }, "customers_phone_idx"],
    [{ field: "company", op: "is", value: "kedai 77" }, "customers_company_key_idx"],
    [{ field: "city", op: "startsWith", value: "bandar 777" }, "customers_city_key_idx"],
    [{ field: "created", op: "before", value: "2020-01-01" }, "customers_created_idx"],
    [{ field: "firstOrder", op: "before", value: "2020-01-01" }, "customers_first_order_idx"],
    [
      { field: `custom:number:${FIELD}`, op: "between", value: [100_000, 120_000] },
      "custom_field_values_number_idx",
    ],
  ])("few customers are found through an index: %o", async (clause, index) => {
    const { page, count } = await planOf("customers", filterOf(clause));
    expect(page?.indexes).toContain(index);
    expect([...(page?.steps ?? []), ...(count?.steps ?? [])]).not.toContain("Seq Scan");
  });

  test("those with a tag are found through it", async () => {
    const { page } = await planOf("customers", filterOf({ field: "tags", op: "anyOf", value: [TAG] }));
    expect(page?.indexes).toContain("customer_tags_tag_idx");
  });

  test("any of a tag and a place is read in the index of each", async () => {
    const rules: Clause[] = [
      { field: "tags", op: "anyOf", value: [TAG] },
      { field: "city", op: "is", value: "bandar 777" },
    ];
    const filter = JSON.stringify({ v: 1, match: "any", rules });
    const { page, count } = await planOf("customers", { filter });
    for (const plan of [page, count]) {
      expect(plan?.indexes).toEqual(
        expect.arrayContaining(["customer_tags_tag_idx", "customers_city_key_idx"]),
      );
    }
  });

  test("who never paid is read in an index that holds only them", async () => {
    for (const clause of [
      { field: "orders", op: "atMost", value: 0 },
      { field: "spend", op: "is", value: 0, currency: "MYR" },
    ] as const) {
      const { page } = await planOf("customers", filterOf(clause));
      expect(page?.indexes).toContain("customers_unpaid_idx");
    }
  });

  test.each<[Clause, string]>([
    [{ field: "number", op: "startsWith", value: "1077" }, "orders_number_idx"],
    [{ field: "coupon", op: "anyOf", value: ["raya"] }, "orders_coupon_idx"],
    [{ field: "isRefunded", op: "is", value: true }, "orders_refunded_idx"],
    [{ field: "isTest", op: "is", value: true }, "orders_test_idx"],
    [{ field: "payment", op: "is", value: "tunai" }, "orders_payment_idx"],
    [{ field: "payment", op: "isNot", value: "FPX" }, "orders_payment_idx"],
  ])("few orders are found through an index: %o", async (clause, index) => {
    const { page, count } = await planOf("orders", filterOf(clause));
    expect(page?.indexes).toContain(index);
    expect([...(page?.steps ?? []), ...(count?.steps ?? [])]).not.toContain("Seq Scan");
  });

  test.each([
    ["customers", `custom:number:${FIELD}`, "custom_field_values_number_idx"],
    ["orders", "total", "orders_total_idx"],
  ] as const)("%s sorted by %s are read in the order of %s", async (noun, sort, index) => {
    for (const order of ["asc", "desc"]) {
      const { page } = await planOf(noun, { sort, order });
      expect(page?.indexes).toContain(index);
      expect(stepsToPage(page)).not.toContain("Sort");
    }
  });
});
