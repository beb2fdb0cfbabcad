import { beforeAll, describe, expect, test } from "vitest";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { openTestShop, type TestShop, wooReceived } from "../../../tests/factories/deliveries";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { replayDelivery } from "./replay-delivery.server";

const database = await createTestDatabase();
let aina: TestMember;
let shop: TestShop;

beforeAll(async () => {
  aina = await createMember(database);
  shop = await openTestShop(database, { orgId: aina.orgId });
});

const replay = (deliveryId: string, member = aina) =>
  replayDelivery(member.context("deliveries.replay"), { deliveryId });
const ordered = (id: number, given = {}) =>
  wooReceived(wooOrderBody({ id }), { topic: "order.created", ...given });
const kept = async (id: string) =>
  (await shop.rows(`select * from deliveries where org_id = $1 and id = '${id}'`))[0];

describe("replayDelivery", () => {
  test("applies a delivery that failed once more, and records its new outcome", async () => {
    const delivery = ordered(1, { topic: "order.teleported" });
    await shop.deliver(delivery);
    await database.owner.query("update deliveries set topic = 'order.updated' where id = $1", [delivery.id]);
    expect(await replay(delivery.id)).toMatchObject({ id: delivery.id, outcome: "applied", reason: null });
    expect(await kept(delivery.id)).toMatchObject({ outcome: "applied", reason: null, attempts: 2 });
    expect((await kept(delivery.id))?.replayed_at).not.toBeNull();
    expect(await shop.rows("select number from orders where org_id = $1")).toEqual([{ number: "1" }]);
  });

  test("doubles nothing that is there already", async () => {
    const delivery = ordered(2);
    await shop.deliver(delivery);
    const picture = () =>
      shop.rows(
        "select orders_count, updated_at > created_at as is_touched from customers where org_id = $1",
      );
    const before = await picture();
    expect(await replay(delivery.id)).toMatchObject({ outcome: "applied" });
    expect((await picture()).map(({ orders_count }) => orders_count)).toEqual(
      before.map(({ orders_count }) => orders_count),
    );
    expect(
      await shop.rows(
        "select at from order_status_changes c join orders o on o.id = c.order_id where o.org_id = $1 and external_id = '2'",
      ),
    ).toHaveLength(1);
  });

  test("does not bring back an older state", async () => {
    const old = ordered(3);
    const newer = wooOrderBody({ id: 3, status: "completed", modifiedAt: "2026-11-21T02:00:00Z" });
    await shop.deliver(old, wooReceived(newer, { topic: "order.updated" }));
    expect(await replay(old.id)).toMatchObject({ outcome: "stale", reason: "older_state" });
    expect(await shop.rows("select status from orders where org_id = $1 and external_id = '3'")).toEqual([
      { status: "fulfilled" },
    ]);
  });

  test("[1.4d] is written to the audit log with who did it", async () => {
    const delivery = ordered(4);
    await shop.deliver(delivery);
    await replay(delivery.id);
    const acts = await shop.rows(
      `select * from audit_log where org_id = $1 and subject_id = '${delivery.id}'`,
    );
    expect(acts).toMatchObject([
      {
        action: "delivery.replayed",
        actor_kind: "user",
        actor_id: aina.userId,
        facts: { topic: "order.created", outcome: "applied" },
      },
    ]);
  });

  test("that fails again is recorded as failed", async () => {
    const delivery = ordered(5);
    await shop.deliver(delivery);
    await database.owner.query(`
      create function refuse_fifth() returns trigger language plpgsql as $$ begin raise exception using errcode = '22003'; end $$;
      create trigger refuse_fifth before insert or update on orders for each row when (new.number = '5') execute function refuse_fifth()`);
    expect(await replay(delivery.id)).toMatchObject({ outcome: "failed", reason: "could_not_apply" });
    expect(await kept(delivery.id)).toMatchObject({
      outcome: "failed",
      detail: "SQLSTATE 22003",
      attempts: 2,
    });
  });

  test("keeps what came of each attempt, when and by whom: the first, and the twenty newest", async () => {
    const delivery = ordered(9, { topic: "order.teleported" });
    await shop.deliver(delivery);
    await database.owner.query("update deliveries set topic = 'order.updated' where id = $1", [delivery.id]);
    for (let i = 0; i < 23; i += 1) await replay(delivery.id);
    const attempts = await shop.rows(
      `select number, outcome, reason, actor_kind, actor_id, at is not null as "isDated" from delivery_attempts
       where org_id = $1 and delivery_id = '${delivery.id}' order by number`,
    );
    expect(attempts).toHaveLength(21);
    expect(attempts[0]).toMatchObject({
      number: 1,
      outcome: "needs_attention",
      reason: "unknown_topic",
      actor_kind: "shop",
      isDated: true,
    });
    expect(attempts.at(-1)).toMatchObject({ number: 24, outcome: "applied", actor_id: aina.userId });
  });

  test("refuses a delivery whose body is no longer kept", async () => {
    const duplicate = ordered(6, { isDuplicate: true, body: null });
    await shop.deliver(duplicate);
    await expect(replay(duplicate.id)).rejects.toMatchObject({ code: "conflict" });
  });

  test("finds no delivery of another organization, and leaves it as it was", async () => {
    const other = await openTestShop(database);
    const delivery = ordered(7);
    await other.deliver(delivery);
    await expect(replay(delivery.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await other.rows("select attempts, replayed_at from deliveries where org_id = $1")).toEqual([
      { attempts: 1, replayed_at: null },
    ]);
  });

  test("is refused to a role that may not", async () => {
    const delivery = ordered(8);
    await shop.deliver(delivery);
    const viewer = await createMember(database, {
      organization: { orgId: aina.orgId, slug: aina.slug },
      role: "viewer",
    });
    await expect(replay(delivery.id, viewer)).rejects.toMatchObject({ code: "forbidden" });
    expect(await kept(delivery.id)).toMatchObject({ attempts: 1 });
  });

  test.each(["nonsense", "00000000-0000-4000-8000-000000000000"])("finds nothing under %s", async (id) => {
    await expect(replay(id)).rejects.toMatchObject({ code: "not_found" });
  });
});
