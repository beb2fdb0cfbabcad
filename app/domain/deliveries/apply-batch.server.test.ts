import { type SQL, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import * as z from "zod";
import { woocommerce } from "~/connectors/woocommerce/connector";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { inOrgTransaction, type OrgTransaction } from "~/db/org-transaction";
import { tombstoneHasher } from "~/domain/customers/tombstones";
import { openTestShop, wooReceived } from "../../../tests/factories/deliveries";
import { TEST_KEYRING } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { applyBatch } from "./apply-batch.server";
import { interpretDelivery } from "./interpret-delivery";

const database = await createTestDatabase();
const BIG = 5000;

type PlanNode = { table: string; type: string; condition: string };
const planSchema = z.object({ rows: z.array(z.object({ "QUERY PLAN": z.unknown() })) });

/** Every node of a plan that reads a table, with the condition of its index. */
function readsOf(plan: unknown): PlanNode[] {
  if (Array.isArray(plan)) return plan.flatMap(readsOf);
  if (typeof plan !== "object" || plan === null) return [];
  const node = new Map(Object.entries(plan));
  const own = String(node.get("Node Type"));
  const isRead = node.has("Relation Name") && own !== "ModifyTable";
  const read = {
    table: String(node.get("Relation Name")),
    type: own,
    condition: String(node.get("Index Cond")),
  };
  return [...(isRead ? [read] : []), ...[...node.values()].flatMap(readsOf)];
}

test("finds what a batch meets by its keys, however large the organization is", async () => {
  const shop = await openTestShop(database);
  await database.owner.query(
    `with made as (
       insert into customers (org_id, id, sort_name, search_text)
       select $1, gen_random_uuid(), 'c' || n, '' from generate_series(1, ${BIG}) n returning id, sort_name),
     known as (
       insert into identities (org_id, id, kind, namespace, value, customer_id, first_seen_at)
       select $1, gen_random_uuid(), kind, '', sort_name || kind, id, now() from made, unnest('{email,phone}'::text[]) kind
       returning id, customer_id),
     edges as (
       insert into identity_edges (org_id, from_id, to_id, first_seen_at)
       select $1, a.id, b.id, now() from known a join known b on a.customer_id = b.customer_id and a.id <> b.id)
     insert into orders (org_id, id, shop_id, external_id, number, customer_id, identity_id, status, source_status,
       currency, total_minor, tax_minor, shipping_minor, discount_minor, paid_minor, placed_at, is_test,
       is_cash_on_delivery, version_at, version_rank, version_hash)
     select $1, gen_random_uuid(), $2, 'old' || row_number() over (), '1', customer_id, id, 'paid', 'paid',
       'MYR', 1, 0, 0, 0, 0, now(), false, false, now(), 1, '' from known`,
    [shop.orgId, shop.shopId],
  );
  await database.owner.query("analyze");
  const deliveries = Array.from({ length: 20 }, (_, i) => {
    const buyer = { email: `c${i + 1}email`, phone: `0123456${100 + i}` };
    return wooReceived(wooOrderBody({ id: i + 1, buyer }), { topic: "order.created" });
  });
  const reads: PlanNode[] = [];
  await inOrgTransaction(database.url, shop.orgId, async (tx) => {
    const execute = async (statement: SQL) => {
      const explained = planSchema.parse(await tx.execute(sql`explain (format json) ${statement}`));
      reads.push(...readsOf(explained.rows[0]?.["QUERY PLAN"]));
      return tx.execute(statement);
    };
    const explaining: OrgTransaction = Object.assign(Object.create(tx), { execute });
    await applyBatch(explaining, {
      connection: { id: shop.connectionId, shopId: shop.shopId, platform: "woocommerce" },
      deliveries: deliveries.map((delivery) => interpretDelivery(woocommerce, delivery)),
      isReplay: false,
      actor: { kind: "job", name: "test" },
      hasher: await tombstoneHasher(TEST_KEYRING, shop.orgId),
      now: () => new Date(),
      newId: uuidv7,
    });
  });
  const big = reads.filter(({ table }) =>
    ["customers", "identities", "identity_edges", "orders"].includes(table),
  );
  const names = new Set(big.map(({ table }) => table));
  expect(names).toEqual(new Set(["customers", "identities", "identity_edges", "orders"]));
  const byKey = /\b(id|external_id|checkout_external_id|value|from_id|to_id|customer_id|identity_id) = /;
  expect(big.filter(({ condition }) => !byKey.test(condition.replace(/\borg_id = /g, "")))).toEqual([]);
});
