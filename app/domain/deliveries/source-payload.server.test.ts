import { beforeEach, describe, expect, test } from "vitest";
import { type ConnectedShop, createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createProductRow } from "../../../tests/factories/product-rows";
import { createTestDatabase } from "../../../tests/setup/database";
import { explainReads } from "../../../tests/setup/explain";
import type { OrgContext } from "../context";
import { findSourcePayload } from "./source-payload-queries.server";

const database = await createTestDatabase();
const run = (text: string, values: unknown[] = []) => database.owner.query(text, values);

let member: TestMember;
let shop: ConnectedShop;
let orderId: string;
beforeEach(async () => {
  member = await createMember(database, { role: "manager" });
  shop = await createConnectedShop(run, { orgId: member.orgId });
  orderId = await createOrder(database, member.orgId, { shopId: shop.shopId, externalId: "727" });
});

type Sent = {
  subject: string;
  body: string | null;
  receivedAt?: string;
  from?: ConnectedShop;
  isErased?: boolean;
};

async function send({ subject, body, receivedAt, from = shop, isErased = false }: Sent): Promise<void> {
  await run(
    `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, subject, dedupe_key, outcome, body,
       body_bytes, erased_at)
     VALUES ($1, gen_random_uuid(), $2, $3, 'order.updated', $4, gen_random_uuid()::text, 'applied', $5, 9,
       CASE WHEN $6 THEN now() END)`,
    [member.orgId, receivedAt ?? "2026-11-21T02:00:00Z", from.connectionId, subject, body, isErased],
  );
}

const read = (id = orderId, kind: "order" | "product" | "customer" = "order", who = member) =>
  findSourcePayload(who.context("deliveries.view"), kind, id);

describe("what a shop sent about a record", () => {
  test("is the newest that it sent, with the delivery that brought it", async () => {
    await send({ subject: "order:727", body: '{"total":"1"}', receivedAt: "2026-11-20T02:00:00Z" });
    await send({ subject: "order:727", body: '{"total":"2"}', receivedAt: "2026-11-21T02:00:00Z" });
    await send({ subject: "order:727", body: null, receivedAt: "2026-11-22T02:00:00Z" });
    await send({ subject: "order:728", body: '{"total":"3"}', receivedAt: "2026-11-23T02:00:00Z" });
    expect(await read()).toMatchObject({
      payload: { kind: "shown", text: '{\n  "total": "2"\n}', isCut: false },
      delivery: { topic: "order.updated", receivedAt: "2026-11-21T02:00:00Z" },
    });
  });

  test("is not what another shop sent about its own record with the same number", async () => {
    const other = await createConnectedShop(run, { orgId: member.orgId });
    await send({ subject: "order:727", body: "{}", from: other });
    expect(await read()).toBeNull();
  });

  test("is found for products, and for customers by their accounts", async () => {
    const { shopId } = shop;
    const productId = await createProductRow(database, member.orgId, { shopId, externalId: "12" });
    const customerId = await createCustomer(database, member.orgId, { name: "Siti" });
    await run(
      `INSERT INTO identities (org_id, id, kind, namespace, value, customer_id, first_seen_at)
       VALUES ($1, gen_random_uuid(), 'platform', $2, '5', $3, now())`,
      [member.orgId, shopId, customerId],
    );
    await send({ subject: "product:12", body: '"sambal"' });
    await send({ subject: "customer:5", body: '"siti"' });
    expect((await read(productId, "product"))?.payload).toMatchObject({ text: '"sambal"' });
    expect((await read(customerId, "customer"))?.payload).toMatchObject({ text: '"siti"' });
  });

  test("is gone once erased, and none of its text is for roles that may not see contacts", async () => {
    await send({ subject: "order:727", body: '{"email":"siti@contoh.my"}' });
    const analyst = await createMember(database, { organization: member, role: "analyst" });
    const masked = await findSourcePayload(analyst.context("orders.view"), "order", orderId);
    expect(masked?.payload).toMatchObject({ isMasked: true });
    expect(JSON.stringify(masked)).not.toContain("siti");
    await run("UPDATE deliveries SET body = NULL, erased_at = now() WHERE org_id = $1", [member.orgId]);
    expect((await read())?.payload).toEqual({ kind: "erased" });
  });

  test("is not for other roles than those that see deliveries, nor for other organizations", async () => {
    await send({ subject: "order:727", body: "{}" });
    const seller = await createMember(database, { organization: member, role: "member" });
    await expect(read(orderId, "order", seller)).rejects.toMatchObject({ code: "forbidden" });
    const theirs = read(orderId, "order", await createMember(database));
    await expect(theirs).rejects.toMatchObject({ code: "not_found" });
  });

  test("is found by the index of subjects", async () => {
    await run(
      `INSERT INTO deliveries (org_id, id, received_at, connection_id, topic, subject, dedupe_key, outcome, body, body_bytes)
       SELECT $1, gen_random_uuid(), '2026-11-21T02:00:00Z', $2, 'order.updated', 'order:' || n, 'k' || n, 'applied', '{}', 2
       FROM generate_series(1, 3000) n`,
      [member.orgId, shop.connectionId],
    );
    await run("ANALYZE deliveries, orders, connections");
    const work = (ctx: OrgContext) => findSourcePayload(ctx, "order", orderId);
    const plans = await explainReads(database, member.orgId, member.context("deliveries.view"), work);
    expect(plans.flatMap(({ indexes }) => indexes).join(" ")).toContain("subject");
  });
});
