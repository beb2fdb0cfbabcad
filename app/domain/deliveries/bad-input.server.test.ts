import { beforeAll, describe, expect, test } from "vitest";
import { shopifyOrderBody } from "~/connectors/shopify/fixtures/order-body";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { openTestShop, type TestShop, wooReceived } from "../../../tests/factories/deliveries";
import { createTestDatabase } from "../../../tests/setup/database";

const database = await createTestDatabase();
let shop: TestShop;

beforeAll(async () => {
  shop = await openTestShop(database);
});

const send = async (body: object, given = {}, to = shop) => {
  const [applied] = await to.deliver(wooReceived(body, { topic: "order.created", ...given }));
  return applied;
};
const order = async (id: number, columns: string) =>
  (await shop.rows(`select ${columns} from orders where org_id = $1 and external_id = '${id}'`))[0];
const billing = (given: object) => ({
  billing: { first_name: "Siti", last_name: "Aminah", country: "MY", ...given },
});

describe("odd deliveries are kept, and never harm what is there", () => {
  test("the body of another platform waits for a person and makes no order", async () => {
    const body = { ...shopifyOrderBody(), id: "gid://shopify/Order/1", status: undefined };
    expect(await send(body)).toMatchObject({ outcome: "needs_attention" });
    expect(await shop.rows("select id from orders where org_id = $1")).toEqual([]);
  });

  test("equal order numbers of two shops are two orders", async () => {
    const other = await openTestShop(database, { orgId: shop.orgId });
    await send(wooOrderBody({ id: 10 }));
    await send(wooOrderBody({ id: 10 }), {}, other);
    const found = await shop.rows("select shop_id from orders where org_id = $1 and number = '10'");
    expect(new Set(found.map(({ shop_id }) => shop_id)).size).toBe(2);
  });

  test("an order without items is an order", async () => {
    expect(await send({ ...wooOrderBody({ id: 11 }), line_items: [] })).toMatchObject({ outcome: "applied" });
    expect(await order(11, "status")).toEqual({ status: "paid" });
  });

  test("an order of 1,000 items keeps every one; one of 5,000 waits for a person, with the reason", async () => {
    const body = wooOrderBody({ id: 12 });
    const items = Array.from({ length: 5000 }, (_, i) => ({ ...body.line_items[0], id: i + 1 }));
    expect(await send({ ...body, line_items: items })).toMatchObject({ outcome: "needs_attention" });
    expect(await order(12, "id")).toBeUndefined();
    expect(await send({ ...body, line_items: items.slice(0, 1000) })).toMatchObject({ outcome: "applied" });
    const [count] = await shop.rows(
      "select count(*)::int as n from order_items i join orders o on o.id = i.order_id where o.org_id = $1 and o.external_id = '12'",
    );
    expect(count).toEqual({ n: 1000 });
  });

  test("a negative total is kept as the shop says it", async () => {
    expect(await send({ ...wooOrderBody({ id: 13 }), total: "-5.50" })).toMatchObject({ outcome: "applied" });
    expect(await order(13, "total_minor::int as total")).toEqual({ total: -550 });
  });

  test("an unknown status never counts as revenue", async () => {
    await send(wooOrderBody({ id: 14, status: "packed-by-robots" }));
    const found = await order(14, "source_status, is_revenue");
    expect(found ?? { is_revenue: false }).toMatchObject({ is_revenue: false });
  });

  test("a date in the future is kept, and a later state still stands over it", async () => {
    const body = wooOrderBody({ id: 15 });
    await send({ ...body, date_created_gmt: "2031-01-01T00:00:00" });
    const newer = wooOrderBody({ id: 15, status: "completed", modifiedAt: "2026-11-22T02:00:00Z" });
    await send(newer, { topic: "order.updated" });
    expect(await order(15, "status")).toEqual({ status: "fulfilled" });
  });

  test("a changed currency belongs to the order that has it, and sums stay apart", async () => {
    await send({ ...wooOrderBody({ id: 16 }), ...billing({ email: "dua@kedai.my" }), currency: "MYR" });
    await send({ ...wooOrderBody({ id: 17 }), ...billing({ email: "dua@kedai.my" }), currency: "SGD" });
    const spend = await shop.rows(
      `select s.currency from customer_spend s join customers c on c.id = s.customer_id
       where s.org_id = $1 and c.email = 'dua@kedai.my' order by 1`,
    );
    expect(spend).toEqual([{ currency: "MYR" }, { currency: "SGD" }]);
  });

  test("a shop that changed its domain goes on, and is flagged", async () => {
    await send(wooOrderBody({ id: 18 }), { sourceShop: "lama.my" });
    expect(await send(wooOrderBody({ id: 19 }), { sourceShop: "baharu.my" })).toMatchObject({
      outcome: "applied",
    });
    const flagged = await shop.rows(
      `select mismatched_shop from connections where org_id = $1 and id = '${shop.connectionId}'`,
    );
    expect(flagged).toEqual([{ mismatched_shop: "baharu.my" }]);
  });

  test.each([
    [20, "MY", "012-345 6789", "+60123456789"],
    [21, "SG", "9123 4567", "+6591234567"],
    [22, "ID", "0812-3456-7890", "+6281234567890"],
    [23, "TH", "081 234 5678", "+66812345678"],
    [24, "BN", "+673 712 3456", "+6737123456"],
  ])("order %i from %s: the phone %s is known as %s", async (id, country, phone, e164) => {
    await send({ ...wooOrderBody({ id }), ...billing({ country, phone, email: `p${id}@kedai.my` }) });
    const [buyer] = await shop.rows(
      `select phone from customers where org_id = $1 and email = 'p${id}@kedai.my'`,
    );
    expect(buyer).toEqual({ phone: e164 });
  });

  test("a name of emoji stays as it is", async () => {
    const name = { first_name: "🌶️ Kak", last_name: "Ros 👩‍🍳", email: "ros@kedai.my" };
    await send({ ...wooOrderBody({ id: 25 }), ...billing(name) });
    const [buyer] = await shop.rows(
      "select name from customers where org_id = $1 and email = 'ros@kedai.my'",
    );
    expect(buyer).toEqual({ name: "🌶️ Kak Ros 👩‍🍳" });
  });
});
