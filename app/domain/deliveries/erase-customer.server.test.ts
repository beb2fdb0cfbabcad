import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { snapshotOrg } from "../../../tests/e2e/support/org-snapshot";
import { keepCopies } from "../../../tests/factories/copies-of-customer";
import { openTestShop, type TestShop, wooReceived } from "../../../tests/factories/deliveries";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { eraseCustomer } from "./erase-customer.server";

const database = await createTestDatabase();
const { owner } = database;

const CANARY = { name: "Canary Binti Ujian", email: "canary@ujian.example", phone: "019-765 4321" };
const WORDS = ["canary", "197654321", "765 4321"];

const ordered = (id: number, given: { customerId?: number; buyer?: typeof CANARY } = {}) =>
  wooReceived(wooOrderBody({ id, customerId: given.customerId ?? 4477, buyer: given.buyer ?? CANARY }), {
    topic: "order.created",
  });

async function openWorld(): Promise<{ admin: TestMember; shop: TestShop; customerId: string }> {
  const admin = await createMember(database);
  const shop = await openTestShop(database, { orgId: admin.orgId });
  await shop.deliver(ordered(1), ordered(2));
  const [customer] = await shop.rows("select id from customers where org_id = $1");
  return { admin, shop, customerId: String(customer?.id) };
}

/** Every row of the organization that holds one of the words. */
async function findTraces(orgId: string): Promise<string[]> {
  const tables = await snapshotOrg(owner, orgId);
  return Object.entries(tables).flatMap(([table, rows]) =>
    rows
      .filter((row) => WORDS.some((word) => row.toLowerCase().includes(word)))
      .map((row) => `${table}: ${row}`),
  );
}

const erase = (member: TestMember, customerId: string) =>
  eraseCustomer(member.context("customers.erase"), { customerId });

describe("[6.4] a customer who is erased", () => {
  test("leaves no trace in any table, sums and tombstones aside", async () => {
    const { admin, shop, customerId } = await openWorld();
    await keepCopies(owner, {
      orgId: admin.orgId,
      customerId,
      word: "Canary",
      contacts: [CANARY.email, CANARY.phone],
    });
    await owner.query(
      `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, dedupe_key, outcome, body, body_bytes)
       VALUES ($1, gen_random_uuid(), now(), $2, 'order.created', 'x', 'failed', $3, 10)`,
      [admin.orgId, shop.connectionId, JSON.stringify({ phone: "+60 19-765 4321" })],
    );
    expect(await findTraces(admin.orgId)).not.toEqual([]);
    await erase(admin, customerId);
    expect(await findTraces(admin.orgId)).toEqual([]);
    expect(
      await shop.rows("select count(*)::int, sum(total_minor) > 0 as has_sums from orders where org_id = $1"),
    ).toEqual([{ count: 2, has_sums: true }]);
  });

  test("is in the register and the audit log, without a name", async () => {
    const { admin, shop, customerId } = await openWorld();
    await erase(admin, customerId);
    expect(
      await shop.rows("select kind, actor_kind, actor_id, counts from erasures where org_id = $1"),
    ).toEqual([
      {
        kind: "customer",
        actor_kind: "user",
        actor_id: admin.userId,
        counts: { customers: 1, orders: 2, deliveries: 2, acts: 0, exports: 0 },
      },
    ]);
    expect(
      await shop.rows("select facts from audit_log where org_id = $1 and action = 'customer.forgotten'"),
    ).toEqual([{ facts: { orders: 2 } }]);
  });

  test("is not brought back by a late delivery, whose body is not kept either", async () => {
    const { admin, shop, customerId } = await openWorld();
    await erase(admin, customerId);
    await shop.deliver(ordered(1), ordered(3));
    expect(await findTraces(admin.orgId)).toEqual([]);
    expect(await shop.rows("select id from customers where org_id = $1")).toEqual([]);
  });

  test("is in no export any more", async () => {
    const { admin, customerId } = await openWorld();
    await owner.query(
      `INSERT INTO jobs (org_id, id, kind, state, created_by, result, expires_at)
       VALUES ($1, $2, 'full_export', 'done', $3, '{}', now() + interval '7 days'),
         ($1, gen_random_uuid(), 'full_export', 'running', $3, NULL, NULL)`,
      [admin.orgId, randomUUID(), admin.userId],
    );
    await admin.archive.put(`exports/${admin.orgId}/a/csv/customers.csv/000000`, new Uint8Array(1));
    await admin.archive.put(`exports/${randomUUID()}/a/csv/customers.csv/000000`, new Uint8Array(1));
    await erase(admin, customerId);
    expect([...admin.archive.stored.keys()].filter((name) => name.includes(admin.orgId))).toEqual([]);
    expect(admin.archive.stored.size).toBe(1);
    const jobs = await owner.query(
      "SELECT state, expires_at <= now() AS is_over FROM jobs WHERE org_id = $1 ORDER BY state",
      [admin.orgId],
    );
    expect(jobs.rows).toEqual([
      { state: "cancelled", is_over: true },
      { state: "done", is_over: true },
    ]);
  });

  test("takes nobody else along", async () => {
    const { admin, shop, customerId } = await openWorld();
    const other = { name: "Lain Orang", email: "lain@ujian.example", phone: "013-111 2222" };
    await shop.deliver(ordered(9, { customerId: 88, buyer: other }));
    await erase(admin, customerId);
    expect(await shop.rows("select name, email, orders_count from customers where org_id = $1")).toEqual([
      { name: other.name, email: other.email, orders_count: 1 },
    ]);
  });

  test("is refused to other roles and other organizations, and in an organization that is closing", async () => {
    const { admin, customerId } = await openWorld();
    const before = await findTraces(admin.orgId);
    const manager = await createMember(database, { organization: admin, role: "manager" });
    await expect(erase(manager, customerId)).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await createMember(database);
    await expect(erase(stranger, customerId)).rejects.toMatchObject({ code: "not_found" });
    await owner.query("UPDATE organizations SET state = 'closing', closes_at = now() WHERE id = $1", [
      admin.orgId,
    ]);
    await expect(erase(admin, customerId)).rejects.toMatchObject({
      messageKey: "errors:organizationClosing",
    });
    expect(await findTraces(admin.orgId)).toEqual(before);
  });
});
