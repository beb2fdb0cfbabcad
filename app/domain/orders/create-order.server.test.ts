import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, test } from "vitest";
import { inOrgTransaction } from "~/db/org-transaction";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { recountCustomers } from "../customers/recount-customers.server";
import { createOrder } from "./create-order.server";
import { getOrder } from "./get-order.server";
import { orderCreateSchema } from "./order-create.schema";

const database = await createTestDatabase();
const { owner } = database;

let member: TestMember;
beforeEach(async () => {
  member = await createMember(database, { role: "member" });
});

const TYPED = {
  status: "paid",
  currency: "myr",
  placedAt: "2026-11-21T15:05",
  items: [{ name: "Sambal", quantity: "2", total: "1,025.80" }],
};
const create = (change: object = {}, who = member) =>
  createOrder(who.context("orders.edit"), orderCreateSchema.parse({ ...TYPED, ...change }));
const read = (orderId: string) => getOrder(member.context("orders.view"), { orderId });

describe("an order entered by hand", () => {
  test("[1.2b] counts as one that a shop told of: in revenue, and in what its customer spent", async () => {
    const customerId = await createCustomer(database, member.orgId, { email: "siti@contoh.my" });
    const id = await create({ customerId, shipping: "8", tax: "1.20" });
    expect(await read(id)).toMatchObject({
      number: "M-1",
      status: "paid",
      currency: "MYR",
      totalMinor: 103_500,
      paidMinor: 103_500,
      customerId,
      isRevenue: true,
      platform: "manual",
      placedAt: new Date("2026-11-21T07:05:00Z"),
    });
    const spend = await owner.query(
      "SELECT currency, net_minor::int AS net FROM customer_spend WHERE customer_id = $1",
      [customerId],
    );
    expect(spend.rows).toEqual([{ currency: "MYR", net: 103_500 }]);
    const wrong = await inOrgTransaction(database.url, member.orgId, (tx) =>
      recountCustomers(tx, [customerId]),
    );
    expect(wrong).toBe(0);
  });

  test("belongs to an identity of its customer, also of one who was known by nothing", async () => {
    const customerId = await createCustomer(database, member.orgId);
    const id = await create({ customerId });
    const { rows } = await owner.query(
      `SELECT i.kind, i.value FROM orders o JOIN identities i ON i.id = o.identity_id WHERE o.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ kind: "platform", value: customerId }]);
  });

  test("goes into one shop of the organization's own, and is numbered on", async () => {
    const ids = [await create(), await create({ number: "A-7" }), await create()];
    const orders = await Promise.all(ids.map(read));
    expect(orders.map(({ number }) => number)).toEqual(["M-1", "A-7", "M-2"]);
    expect(new Set(orders.map(({ shopId }) => shopId)).size).toBe(1);
  });

  test("that is not paid yet owes everything, and a test order is no revenue", async () => {
    expect(await read(await create({ status: "pending" }))).toMatchObject({ paidMinor: 0, isRevenue: false });
    expect(await read(await create({ isTest: "on" }))).toMatchObject({ isRevenue: false });
  });

  test("adds up to the minor unit in every currency", async () => {
    const amounts = fc.array(fc.nat(10_000_000), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(amounts, fc.constantFrom("MYR", "JPY", "KWD"), async (minors, currency) => {
        const digits = { MYR: 2, JPY: 0, KWD: 3 }[currency] ?? 2;
        const items = minors.map((minor) => ({
          name: "x",
          quantity: "1",
          total: (minor / 10 ** digits).toFixed(digits),
        }));
        const order = await read(await create({ items, currency }));
        expect(order.totalMinor).toBe(minors.reduce((sum, minor) => sum + minor, 0));
        expect(order.items.map((item) => item.totalMinor)).toEqual(minors);
      }),
      { numRuns: 10 },
    );
  });

  test("takes the discount off once", async () => {
    const order = await read(await create({ shipping: "8", discount: "33.80" }));
    expect(order).toMatchObject({ totalMinor: 100_000, discountMinor: 3380, paidMinor: 100_000 });
    expect(orderCreateSchema.safeParse({ ...TYPED, discount: "2000" }).success).toBe(false);
  });

  test("makes its customer on the way, once", async () => {
    const buyer = { buyerName: "Mei Ling", buyerPhone: "012-345 6789" };
    const { customerId } = await read(await create(buyer));
    expect(customerId).not.toBeNull();
    const again = create({ buyerPhone: "0123456789" });
    await expect(again).rejects.toMatchObject({ code: "invalid", fields: { buyerPhone: expect.anything() } });
  });

  test("that fails makes no customer either", async () => {
    const taken = await create();
    const ids = [taken];
    const ctx = member.context("orders.edit", { newId: () => ids.pop() ?? uuidv7() });
    const input = orderCreateSchema.parse({ ...TYPED, buyerName: "Mei Ling", buyerPhone: "012-345 6789" });
    await expect(createOrder(ctx, input)).rejects.toThrow();
    const { rows } = await owner.query("SELECT count(*)::int AS n FROM customers WHERE org_id = $1", [
      member.orgId,
    ]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("is refused for a customer of another organization, and nothing is written", async () => {
    const other = await createMember(database);
    const customerId = await createCustomer(database, other.orgId);
    await expect(create({ customerId })).rejects.toMatchObject({ code: "invalid" });
    const { rows } = await owner.query("SELECT count(*)::int AS n FROM orders WHERE org_id = $1", [
      member.orgId,
    ]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("is not for Viewers to enter", async () => {
    const viewer = await createMember(database, { organization: member, role: "viewer" });
    await expect(create({}, viewer)).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("what cannot be read is named at its field", () => {
  const paths = (change: object) =>
    orderCreateSchema.safeParse({ ...TYPED, ...change }).error?.issues.map(({ path }) => path.join("."));
  expect(paths({ items: [] })).toEqual(["items"]);
  expect(paths({ items: [{ name: "x", quantity: "1", total: "RM 5" }] })).toEqual(["items[0].total"]);
  expect(paths({ placedAt: "tomorrow" })).toEqual(["placedAt"]);
  expect(paths({ currency: "ringgit" })).toEqual(["currency"]);
});
