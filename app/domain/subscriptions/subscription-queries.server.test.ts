import { beforeEach, describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer, createIdentity } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createSubscription } from "../../../tests/factories/subscription-rows";
import { createTestDatabase } from "../../../tests/setup/database";
import { correctRecord } from "../corrections/correct-record.server";
import { readListParams } from "../filters/list-query.schema";
import { getSubscription } from "./get-subscription.server";
import { listCustomerSubscriptions, listSubscriptions } from "./subscription-queries.server";

const database = await createTestDatabase();

let member: TestMember;
let shopId: string;
beforeEach(async () => {
  member = await createMember(database);
  const run = (text: string, values: unknown[]) => database.owner.query(text, values);
  ({ shopId } = await createConnectedShop(run, { orgId: member.orgId }));
});

const view = (who = member) => who.context("subscriptions.view");
const list = (params: Record<string, string> = {}, who = member) =>
  listSubscriptions(view(who), readListParams("subscriptions", new URLSearchParams(params)));

describe("the subscriptions list", () => {
  test("shows the newest first, without the trash, a page at a time", async () => {
    for (let day = 1; day <= 28; day++) {
      const startedAt = `2026-10-${String(day).padStart(2, "0")}T00:00:00Z`;
      await createSubscription(database, member.orgId, { shopId, number: `S-${day}`, startedAt });
      await createSubscription(database, member.orgId, { shopId, number: `T-${day}`, startedAt });
    }
    const gone = { shopId, startedAt: "2026-11-20T00:00:00Z", deletedAt: "2026-11-21T00:00:00Z" };
    await createSubscription(database, member.orgId, gone);
    const first = await list();
    expect(first.rows).toHaveLength(50);
    expect(first.rows[0]?.number).toMatch(/-28$/);
    const second = await list({ after: first.next ?? "" });
    expect(second.rows).toHaveLength(6);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(56);
  });

  test("is narrowed by status, and searched by number and customer", async () => {
    const customerId = await createCustomer(database, member.orgId, { name: "Siti Aminah" });
    await createSubscription(database, member.orgId, { shopId, number: "900", status: "on_hold" });
    await createSubscription(database, member.orgId, { shopId, number: "901", customerId });
    expect((await list({ status: "on_hold" })).rows.map(({ number }) => number)).toEqual(["900"]);
    expect((await list({ q: "901" })).rows.map(({ number }) => number)).toEqual(["901"]);
    expect((await list({ q: "aminah" })).rows.map(({ number }) => number)).toEqual(["901"]);
    expect((await list({ q: "nobody" })).rows).toEqual([]);
  });

  test("masks the contact of a customer without a name for roles that may not see it", async () => {
    const email = "kenari@contoh.my";
    const customerId = await createCustomer(database, member.orgId, { name: null, email });
    const subscriptionId = await createSubscription(database, member.orgId, { shopId, customerId });
    const viewer = await createMember(database, { organization: member, role: "viewer" });
    const seen = [await list({}, viewer), await getSubscription(view(viewer), { subscriptionId })];
    expect(JSON.stringify(seen)).not.toContain(email);
    expect(JSON.stringify(await list())).toContain(email);
  });

  test("of another organization is empty, and its subscriptions are not found", async () => {
    const subscriptionId = await createSubscription(database, member.orgId, { shopId });
    const other = await createMember(database);
    expect((await list({}, other)).rows).toEqual([]);
    await expect(getSubscription(view(other), { subscriptionId })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

test("a customer's subscriptions are those of the customer's own, and stay without a person when they go", async () => {
  const customerId = await createCustomer(database, member.orgId);
  const identityId = await createIdentity(database, member.orgId, {
    customerId,
    kind: "email",
    value: "siti@contoh.my",
  });
  const id = await createSubscription(database, member.orgId, { shopId, customerId, identityId });
  await createSubscription(database, member.orgId, { shopId, number: "S-2" });
  expect((await listCustomerSubscriptions(view(), { customerId })).map((one) => one.id)).toEqual([id]);
  await database.owner.query("DELETE FROM customers WHERE id = $1", [customerId]);
  const { rows } = await database.owner.query(
    "SELECT customer_id, identity_id, amount_minor::int AS amount FROM subscriptions WHERE id = $1",
    [id],
  );
  expect(rows).toEqual([{ customer_id: null, identity_id: null, amount: 3900 }]);
});

test("a subscription is cancelled by hand, and what the shop says is kept beside it", async () => {
  const id = await createSubscription(database, member.orgId, { shopId });
  const place = { kind: "subscription", id } as const;
  await correctRecord(member.context("orders.edit"), place, { status: "cancelled" });
  const { status, corrections } = await getSubscription(view(), { subscriptionId: id });
  expect({ status, told: corrections.status?.told }).toEqual({ status: "cancelled", told: "active" });
});
