import { beforeAll, describe, expect, test } from "vitest";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { applyInput, openTestShop, type TestShop, wooReceived } from "../../../tests/factories/deliveries";
import { createTestDatabase } from "../../../tests/setup/database";
import { applyOrGiveUp } from "./apply-or-give-up.server";

const database = await createTestDatabase();
let shop: TestShop;

beforeAll(async () => {
  shop = await openTestShop(database);
});

const ordered = (id: number) => wooReceived(wooOrderBody({ id }), { topic: "order.created" });
const logged = async (id: string) =>
  (await shop.rows(`select outcome, reason, body from deliveries where org_id = $1 and id = '${id}'`))[0];

describe("a dead letter", () => {
  test("is applied when that has become possible", async () => {
    const delivery = ordered(1);
    const input = applyInput(database, shop, [delivery]);
    expect(await applyOrGiveUp(input, { hasCrashed: false })).toMatchObject([{ outcome: "applied" }]);
  });

  test("that ended its worker is recorded as failed without another try, and keeps its body for a replay", async () => {
    const delivery = ordered(2);
    const input = applyInput(database, shop, [delivery]);
    const given = await applyOrGiveUp(input, { hasCrashed: true });
    expect(given).toMatchObject([{ outcome: "failed", reason: "gave_up" }]);
    expect(await logged(delivery.id)).toEqual({ outcome: "failed", reason: "gave_up", body: delivery.body });
    expect(await shop.rows("select id from orders where org_id = $1 and number = '2'")).toEqual([]);
  });

  test("whose write is always refused for lack of resources is recorded with the class of the error", async () => {
    await database.owner.query(`
      create function refuse_third() returns trigger language plpgsql as $$ begin raise exception using errcode = '53400'; end $$;
      create trigger refuse_third before insert on orders for each row when (new.number = '3') execute function refuse_third()`);
    const delivery = ordered(3);
    const input = applyInput(database, shop, [delivery]);
    expect(await applyOrGiveUp(input, { hasCrashed: false })).toMatchObject([
      { outcome: "failed", reason: "gave_up" },
    ]);
    const [row] = await shop.rows(
      `select detail from deliveries where org_id = $1 and id = '${delivery.id}'`,
    );
    expect(row).toEqual({ detail: "SQLSTATE 53400" });
  });

  test("waits while the database is away: nothing is given up", async () => {
    const input = {
      ...applyInput(database, shop, [ordered(4)]),
      databaseUrl: "postgres://app:x@127.0.0.1:1/none",
    };
    await expect(applyOrGiveUp(input, { hasCrashed: false })).rejects.toMatchObject({ code: "unavailable" });
  });
});
