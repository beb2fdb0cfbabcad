import { createHash, randomUUID } from "node:crypto";
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { beforeAll, describe, expect, test } from "vitest";
import type { CanonicalEvent, OrderState } from "~/connectors/canonical";
import { inOrgTransaction } from "~/db/org-transaction";
import { orderState, person, productState } from "../../../tests/factories/canonical";
import { type ConnectedShop, createConnectedShop } from "../../../tests/factories/connected-shop";
import { applyInput, wooReceived } from "../../../tests/factories/deliveries";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { recountCustomers } from "../customers/recount-customers.server";
import { applyInterpreted } from "../deliveries/apply-deliveries.server";
import { correctRecord, releaseField } from "./correct-record.server";

const database = await createTestDatabase();
const { owner } = database;

let member: TestMember;
beforeAll(async () => {
  member = await createMember(database, { role: "member" });
});

const connect = () =>
  createConnectedShop((text, values) => owner.query(text, values), { orgId: member.orgId });

async function tell(shop: ConnectedShop, ...events: CanonicalEvent[]): Promise<void> {
  const deliveries = events.map((event) => {
    const bodyHash = createHash("sha256").update(JSON.stringify(event)).digest("hex");
    const delivery = { ...wooReceived({}, { topic: "order.updated" }), id: uuidv7(), bodyHash };
    return { delivery, events: [event], verdict: null };
  });
  await applyInterpreted(applyInput(database, shop, []), deliveries);
}

const told = (hour: number, given: Partial<OrderState> = {}): CanonicalEvent => ({
  kind: "order.state",
  sourceTime: new Date(Date.UTC(2026, 10, 21, hour)).toISOString(),
  order: orderState({ person: person({ email: "siti@x.my" }), ...given }),
});

const orderOf = async ({ shopId }: ConnectedShop) =>
  (
    await owner.query(
      `select id, status, total_minor::int as total, refunded_minor::int as refunded, is_test, is_revenue, corrections
       from orders where shop_id = $1`,
      [shopId],
    )
  ).rows[0];

const wrong = () =>
  inOrgTransaction(database.url, member.orgId, async (tx) => {
    const ids = await owner.query("select id from customers where org_id = $1", [member.orgId]);
    return recountCustomers(
      tx,
      ids.rows.map(({ id }) => id),
    );
  });

const edit = () => member.context("orders.edit");

describe("a field of an order that a person set", () => {
  test("[6.3] counts at once, in revenue and in what the customer spent, and is written down with before and after", async () => {
    const shop = await connect();
    await tell(shop, told(1, { status: "pending", totalMinor: 5000 }));
    const { id } = await orderOf(shop);
    expect(await correctRecord(edit(), { kind: "order", id }, { status: "paid", totalMinor: 4200 })).toEqual([
      "status",
      "totalMinor",
    ]);
    expect(await orderOf(shop)).toMatchObject({ status: "paid", total: 4200, is_revenue: true });
    expect(await wrong()).toBe(0);
    const act = await owner.query(
      `select l.action, v.before, v.after from audit_log l join audit_values v using (org_id, seq)
       where l.subject_id = $1 order by seq desc limit 1`,
      [id],
    );
    expect(act.rows).toEqual([
      {
        action: "order.corrected",
        before: { status: "pending", totalMinor: 5000 },
        after: { status: "paid", totalMinor: 4200 },
      },
    ]);
    const seen = await owner.query(
      "select status, source_status from order_status_changes where order_id = $1",
      [id],
    );
    expect(seen.rows).toContainEqual({ status: "paid", source_status: "manual" });
  });

  test("is left alone when it is as it was", async () => {
    const shop = await connect();
    await tell(shop, told(1, { paidAt: "2026-11-20T02:00:00.000Z" }));
    const { id } = await orderOf(shop);
    const same = { status: "paid", totalMinor: 5000, paidAt: "2026-11-20T02:00:00.000Z" };
    expect(await correctRecord(edit(), { kind: "order", id }, same)).toEqual([]);
    expect((await orderOf(shop)).corrections).toEqual({});
  });

  test("[6.3] stands through later deliveries in any order, and released it is what the shop says by then", async () => {
    const state = fc.record({
      status: fc.constantFrom<OrderState["status"]>("pending", "paid", "fulfilled", "cancelled"),
      totalMinor: fc.integer({ min: 0, max: 9_000 }),
      isTest: fc.boolean(),
    });
    const states = fc.array(state, { minLength: 1, maxLength: 5 });
    const stories = states.chain((list) =>
      fc.record({
        list: fc.constant(list.map((one, hour) => told(hour, one))),
        arrival: fc.shuffledSubarray([...list.keys()], { minLength: list.length }),
        after: fc.nat(list.length - 1),
        value: fc.record({
          status: fc.constantFrom("paid", "cancelled"),
          totalMinor: fc.nat(9_000),
          isTest: fc.boolean(),
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(stories, async ({ list, arrival, after, value }) => {
        const [plain, corrected] = [await connect(), await connect()];
        await tell(plain, ...list);
        const arriving = arrival.flatMap((i) => list[i] ?? []);
        await tell(corrected, ...arriving.slice(0, after + 1));
        const { id } = await orderOf(corrected);
        const changed = await correctRecord(edit(), { kind: "order", id }, value);
        for (const event of arriving.slice(after + 1)) await tell(corrected, event);

        const [expected, now] = [await orderOf(plain), await orderOf(corrected)];
        const columns = { status: "status", totalMinor: "total", isTest: "is_test" } as const;
        for (const [field, column] of Object.entries(columns)) {
          const isSet = changed.includes(field);
          expect(now[column]).toBe(isSet ? value[field as keyof typeof value] : expected[column]);
          expect(now.corrections[field]?.told).toBe(isSet ? expected[column] : undefined);
        }
        for (const field of changed) await releaseField(edit(), { kind: "order", id }, field);
        const { id: _, ...released } = await orderOf(corrected);
        expect(expected).toMatchObject(released);
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect(await wrong()).toBe(0);
  }, 120_000);

  test("keeps its currency with its amounts: refunds in another one are not taken off", async () => {
    const shop = await connect();
    await tell(shop, told(1));
    const { id } = await orderOf(shop);
    await correctRecord(edit(), { kind: "order", id }, { currency: "SGD", totalMinor: 1700 });
    const refund = { amountMinor: 500, currency: "MYR", reason: null, refundedAt: null };
    await tell(shop, told(2, { refunds: [{ ...refund, externalId: "r", orderExternalId: "727" }] }));
    expect(await orderOf(shop)).toMatchObject({ total: 1700, refunded: 0 });
    expect(await wrong()).toBe(0);
  });

  test("cannot be released twice", async () => {
    const shop = await connect();
    await tell(shop, told(1));
    const { id } = await orderOf(shop);
    await correctRecord(edit(), { kind: "order", id }, { isTest: true });
    await releaseField(edit(), { kind: "order", id }, "isTest");
    const again = releaseField(edit(), { kind: "order", id }, "isTest");
    await expect(again).rejects.toMatchObject({ code: "conflict", messageKey: "sales:errors.notSet" });
  });

  test("of another organization is not found, and stays as it was", async () => {
    const shop = await connect();
    await tell(shop, told(1));
    const { id } = await orderOf(shop);
    const other = await createMember(database);
    const attempt = correctRecord(other.context("orders.edit"), { kind: "order", id }, { isTest: true });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    expect((await orderOf(shop)).is_test).toBe(false);
  });

  test("is not for Viewers to set", async () => {
    const shop = await connect();
    await tell(shop, told(1));
    const { id } = await orderOf(shop);
    const viewer = await createMember(database, { organization: member, role: "viewer" });
    const attempt = correctRecord(viewer.context("orders.edit"), { kind: "order", id }, { isTest: true });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("a product's price that a person set stands, with its currency, and what the shop says is kept beside it", async () => {
  const shop = await connect();
  const state = (hour: number, priceMinor: number): CanonicalEvent => ({
    kind: "product.state",
    sourceTime: new Date(Date.UTC(2026, 10, 21, hour)).toISOString(),
    product: productState({ priceMinor }),
  });
  await tell(shop, state(1, 1290));
  const read = async () =>
    (
      await owner.query(
        "select id, price_minor::int as price, corrections from products where shop_id = $1",
        [shop.shopId],
      )
    ).rows[0];
  const place = { kind: "product" as const, id: (await read()).id };
  const manager = await createMember(database, { organization: member, role: "manager" });
  await correctRecord(manager.context("products.edit"), place, { priceMinor: 1500 });
  await tell(shop, state(3, 1390), state(2, 1350));
  expect(await read()).toMatchObject({ price: 1500, corrections: { priceMinor: { told: 1390 } } });
  await releaseField(manager.context("products.edit"), place, "priceMinor");
  expect(await read()).toMatchObject({ price: 1390, corrections: {} });
});

test("a record that is none is not found", async () => {
  for (const id of [randomUUID(), "nonsense"]) {
    await expect(correctRecord(edit(), { kind: "order", id }, { isTest: true })).rejects.toMatchObject({
      code: "not_found",
    });
  }
});
