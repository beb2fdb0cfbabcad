import { expect, test } from "vitest";
import { CASH_ON_DELIVERY, checkoutBody } from "~/connectors/shoppego/fixtures/checkout-body";
import { openTestShop, receivedFrom } from "../../../tests/factories/deliveries";
import { pictureOf } from "../../../tests/factories/org-picture";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();

const told = (topic: string, minute: number, changes: Record<string, unknown> = {}) =>
  receivedFrom("shoppego", checkoutBody({ ...CASH_ON_DELIVERY, ...changes }), {
    topic,
    receivedAt: `2026-11-20T08:0${minute}:00.000Z`,
  });

/** One order's life, in its own order; the edit changes what it comes to. */
const LIFE = [
  () => told("checkout_completed", 1),
  () => told("order_updated", 2, { total: 57.8 }),
  () => told("order_paid", 3, { total: 57.8 }),
];

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, at) => at !== index)).map((rest) => [item, ...rest]),
  );
}

test("an order whose platform gives its states no time keeps its highest status, whichever comes last", async () => {
  const pictures: unknown[] = [];
  for (const order of permutations(LIFE)) {
    const shop = await openTestShop(database, { platform: "shoppego" });
    for (const make of order) await shop.deliver(make());
    const { orders, customers, spend } = await pictureOf(database.owner, shop.orgId);
    pictures.push({ orders, customers, spend });
  }
  for (const picture of pictures) expect(picture).toEqual(pictures[0]);
  expect(pictures[0]).toMatchObject({
    orders: [{ told: { status: "paid", total_minor: 5780, shipping_minor: 1000 } }],
    customers: [{ email: "aisyah.rahman@example.com", phone: "+60123456789", orders_count: 1 }],
    spend: [{ currency: "MYR", gross_minor: "5780" }],
  });
});

test("of two states with one status, the later received stands", async () => {
  const shop = await openTestShop(database, { platform: "shoppego" });
  await shop.deliver(told("order_updated", 4, { total: 60 }));
  await shop.deliver(told("order_updated", 2, { total: 50 }));
  expect(await shop.rows("select total_minor from orders where org_id = $1")).toEqual([
    { total_minor: "6000" },
  ]);
});
