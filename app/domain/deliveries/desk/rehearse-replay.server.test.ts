import { beforeAll, describe, expect, test } from "vitest";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import {
  openTestShop,
  shopifyReceived,
  type TestShop,
  wooReceived,
} from "../../../../tests/factories/deliveries";
import { createMember, type TestMember } from "../../../../tests/factories/org-context";
import { createTestDatabase } from "../../../../tests/setup/database";
import { replayDelivery } from "../replay-delivery.server";
import { rehearseReplay } from "./rehearse-replay.server";
import { TEST_HEADER } from "./test-mark";

const database = await createTestDatabase();
let aina: TestMember;
let shop: TestShop;

beforeAll(async () => {
  aina = await createMember(database);
  shop = await openTestShop(database, { orgId: aina.orgId });
});

const rehearse = (...deliveryIds: string[]) =>
  rehearseReplay(aina.context("deliveries.replay"), { kind: "ids", ids: deliveryIds });
const ordered = (id: number, given = {}, body = {}) =>
  wooReceived(wooOrderBody({ id, ...body }), { topic: "order.created", ...given });
const parked = async (id: number, body = {}) => {
  const delivery = ordered(id, { topic: "order.teleported" }, body);
  await shop.deliver(delivery);
  await database.owner.query("update deliveries set topic = 'order.updated' where id = $1", [delivery.id]);
  return delivery;
};
/** Everything of the organization, as text. */
const picture = async () =>
  JSON.stringify(
    await Promise.all(
      [
        "orders",
        "order_items",
        "customers",
        "identities",
        "customer_spend",
        "deliveries",
        "audit_log",
        "delivery_attempts",
      ].map((table) => shop.rows(`select * from ${table} t where org_id = $1 order by t::text`)),
    ),
  );

describe("rehearseReplay", () => {
  test("tells every record that a replay would make, and writes nothing", async () => {
    const delivery = await parked(1);
    const before = await picture();
    const { outcomes, records } = await rehearse(delivery.id);
    expect(outcomes).toMatchObject([{ id: delivery.id, outcome: "applied" }]);
    expect(records.map(({ kind, isNew, name }) => [kind, isNew, name])).toContainEqual(["order", true, "1"]);
    expect(records.map(({ kind }) => kind)).toContain("customer");
    const order = records.find(({ kind }) => kind === "order");
    expect(order?.fields).toContainEqual({ name: "status", before: null, after: "paid" });
    expect(await picture()).toBe(before);
  });

  test("tells the fields that would change, before and after, as the replay then does", async () => {
    await shop.deliver(ordered(2));
    const newer = await parked(2, { status: "completed", modifiedAt: "2026-11-22T02:00:00Z" });
    const { records } = await rehearse(newer.id);
    const order = records.find(({ kind }) => kind === "order");
    expect(order).toMatchObject({ isNew: false, name: "2" });
    expect(order?.fields).toContainEqual({ name: "status", before: "paid", after: "fulfilled" });
    await replayDelivery(aina.context("deliveries.replay"), { deliveryId: newer.id });
    expect(await shop.rows("select status from orders where org_id = $1 and number = '2'")).toEqual([
      { status: "fulfilled" },
    ]);
    expect((await rehearse(newer.id)).records).toEqual([]);
  });

  test("says that an older state would change nothing", async () => {
    const old = ordered(3);
    const newer = wooOrderBody({ id: 3, status: "completed", modifiedAt: "2026-11-22T02:00:00Z" });
    await shop.deliver(old, wooReceived(newer, { topic: "order.updated" }));
    const { outcomes, records } = await rehearse(old.id);
    expect(outcomes).toMatchObject([{ outcome: "stale", reason: "older_state" }]);
    expect(records).toEqual([]);
  });

  test("takes many together, of several shops, and what cannot be applied does not hold back the rest", async () => {
    const other = await openTestShop(database, { orgId: aina.orgId, platform: "shopify" });
    await database.owner.query(`
      create function refuse_fifth() returns trigger language plpgsql as $$ begin raise exception using errcode = '22003'; end $$;
      create trigger refuse_fifth before insert or update on orders for each row when (new.number = '5') execute function refuse_fifth()`);
    const [good, bad] = [await parked(4), await parked(5)];
    const odd = shopifyReceived({ id: 1 }, { topic: "orders/create" });
    await other.deliver(odd);
    const before = await picture();
    const { outcomes, records } = await rehearse(good.id, bad.id, odd.id);
    const ends = Object.fromEntries(outcomes.map(({ id, outcome }) => [id, outcome]));
    expect(ends).toEqual({ [good.id]: "applied", [bad.id]: "failed", [odd.id]: "needs_attention" });
    expect(records.filter(({ kind }) => kind === "order").map(({ name }) => name)).toEqual(["4"]);
    expect(await picture()).toBe(before);
  });

  test("shows what a test delivery would write, which by itself writes nothing", async () => {
    const delivery = ordered(6);
    await shop.deliver({ ...delivery, headers: { ...delivery.headers, [TEST_HEADER]: "1" } });
    expect(await shop.rows("select id from orders where org_id = $1 and number = '6'")).toEqual([]);
    expect(
      await shop.rows(`select outcome, reason from deliveries where org_id = $1 and id = '${delivery.id}'`),
    ).toEqual([{ outcome: "ignored", reason: "test_event" }]);
    const { records } = await rehearse(delivery.id);
    expect(records.map(({ kind, name }) => [kind, name])).toContainEqual(["order", "6"]);
  });

  test("has nothing to apply of a repetition, and finds nothing of another organization", async () => {
    const duplicate = ordered(7, { isDuplicate: true, body: null });
    await shop.deliver(duplicate);
    await expect(rehearse(duplicate.id)).rejects.toMatchObject({ code: "not_found" });
    const other = await openTestShop(database);
    const theirs = ordered(8);
    await other.deliver(theirs);
    await expect(rehearse(theirs.id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is refused to a role that may not replay", async () => {
    const delivery = await parked(9);
    const viewer = await createMember(database, { organization: aina, role: "viewer" });
    const asked = rehearseReplay(viewer.context("deliveries.replay"), { kind: "ids", ids: [delivery.id] });
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
  });
});
