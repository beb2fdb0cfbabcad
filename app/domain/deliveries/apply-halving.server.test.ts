import { describe, expect, test } from "vitest";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { AppError } from "~/lib/app-error";
import { applyInput, openTestShop, type TestShop, wooReceived } from "../../../tests/factories/deliveries";
import { createTestDatabase } from "../../../tests/setup/database";
import { applyHalving } from "./apply-halving.server";
import type { ReceivedDelivery } from "./delivery.schema";

const database = await createTestDatabase();
const openShop = () => openTestShop(database);

const consume = (shop: TestShop, deliveries: readonly ReceivedDelivery[]) =>
  applyHalving(applyInput(database, shop, deliveries));
const ordered = (id: number, buyer = {}) =>
  wooReceived(wooOrderBody({ id, buyer }), { topic: "order.created" });

// What no shop can send: an order that its connector understands and the database refuses.
await database.owner.query(`
  create function refuse_poison() returns trigger language plpgsql as $$
  begin
    raise exception 'order of %', new.contact using errcode = case new.number when '666' then '22003' else '40001' end;
  end $$;
  create trigger refuse_poison before insert or update on orders
  for each row when (new.number in ('666', '667')) execute function refuse_poison()`);

describe("a poisoned delivery", () => {
  test("fails alone: the 99 others of its batch are applied", async () => {
    const shop = await openShop();
    const deliveries = Array.from({ length: 100 }, (_, i) => ordered(i === 37 ? 666 : i + 1));
    const results = await consume(shop, deliveries);
    expect(results.map(({ seq }) => seq)).toEqual(deliveries.map((_, i) => i + 1));
    expect(results.filter(({ outcome }) => outcome !== "applied")).toMatchObject([
      { seq: 38, outcome: "failed", reason: "could_not_apply" },
    ]);
    expect(await shop.rows("select count(*)::int from orders where org_id = $1")).toEqual([{ count: 99 }]);
    expect(await shop.rows("select orders_count from customers where org_id = $1")).toEqual([
      { orders_count: 99 },
    ]);
  });

  test("is kept with its body and the class of the error, without what the error quotes", async () => {
    const shop = await openShop();
    await consume(shop, [ordered(666)]);
    expect(
      await shop.rows(
        "select outcome, reason, detail, body is not null as is_kept from deliveries where org_id = $1",
      ),
    ).toEqual([{ outcome: "failed", reason: "could_not_apply", detail: "SQLSTATE 22003", is_kept: true }]);
  });

  test("that failed keeps its outcome when it is handed on again", async () => {
    const shop = await openShop();
    const poison = ordered(666);
    await consume(shop, [poison]);
    expect(await consume(shop, [poison, ordered(1)])).toMatchObject([
      { outcome: "failed" },
      { outcome: "applied" },
    ]);
  });
});

describe("an error that a later try may get over", () => {
  test("is thrown, and nothing of the batch is recorded", async () => {
    const shop = await openShop();
    await expect(consume(shop, [ordered(1), ordered(667)])).rejects.toThrow();
    expect(await shop.rows("select id from deliveries where org_id = $1")).toEqual([]);
  });

  test("is a database that cannot be reached", async () => {
    const shop = await openShop();
    const input = {
      ...applyInput(database, shop, [ordered(1)]),
      databaseUrl: "postgresql://a:b@127.0.0.1:1/none",
    };
    await expect(applyHalving(input)).rejects.toBeInstanceOf(AppError);
  });

  test("is an organization that is closed", async () => {
    const shop = await openShop();
    await database.owner.query("update organizations set state = 'closed' where id = $1", [shop.orgId]);
    await expect(consume(shop, [ordered(1)])).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("two consumers at once", () => {
  const people = 5;
  const batch = (from: number, length: number) =>
    Array.from({ length }, (_, i) =>
      ordered(from + i, { email: `buyer${(from + i) % people}@example.com`, phone: "" }),
    );

  test("with the same batch end as one", async () => {
    const shop = await openShop();
    const deliveries = batch(1, 30);
    const [one, other] = await Promise.all([consume(shop, deliveries), consume(shop, deliveries)]);
    expect(one.map(({ outcome }) => outcome)).toEqual(other.map(({ outcome }) => outcome));
    expect(await shop.rows("select count(*)::int from deliveries where org_id = $1")).toEqual([
      { count: 30 },
    ]);
    expect(await shop.rows("select orders_count from customers where org_id = $1")).toEqual(
      Array.from({ length: people }, () => ({ orders_count: 6 })),
    );
  });

  test("with batches about the same people make one customer of each, without a deadlock", async () => {
    const shop = await openShop();
    const shuffled = [batch(1, 20), batch(11, 20).reverse(), batch(1, 30), batch(21, 20).reverse()];
    await Promise.all(shuffled.map((deliveries) => consume(shop, deliveries)));
    expect(
      await shop.rows("select orders_count from customers where org_id = $1 and merged_into is null"),
    ).toEqual(Array.from({ length: people }, () => ({ orders_count: 8 })));
  });
});
