import { describe, expect, test } from "vitest";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { wooDeletedBody } from "~/connectors/woocommerce/fixtures/other-bodies";
import {
  type WooSubscriptionInput,
  wooSubscriptionBody,
} from "~/connectors/woocommerce/fixtures/subscription-body";
import { openTestShop, type TestShop, wooReceived } from "../../../tests/factories/deliveries";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { correctRecord } from "../corrections/correct-record.server";
import { eraseCustomer } from "./erase-customer.server";

const database = await createTestDatabase();

const told = (input: WooSubscriptionInput = {}, topic = "subscription.updated") =>
  wooReceived(wooSubscriptionBody({ customerId: 25, ...input }), { topic });

async function openShop() {
  const admin = await createMember(database);
  const shop = await openTestShop(database, { orgId: admin.orgId });
  return { admin, shop };
}

const rowsOf = (shop: TestShop) =>
  shop.rows(`select s.status, s.amount_minor::int as amount, s.removed_at is not null as is_removed,
      c.email, s.contact is not null as has_contact
    from subscriptions s left join customers c on c.id = s.customer_id
    where s.org_id = $1 order by s.external_id`);

describe("[1.2e] a shop's subscription", () => {
  test("belongs to its subscriber, with its terms as the shop last told them", async () => {
    const { shop } = await openShop();
    const later = { modifiedAt: "2026-11-21T00:00:00Z", status: "on-hold" };
    const results = await shop.deliver(told(later), told({ modifiedAt: "2026-11-20T00:00:00Z" }));
    expect(results.map(({ outcome }) => outcome)).toEqual(["applied", "stale"]);
    expect(await rowsOf(shop)).toEqual([
      {
        status: "on_hold",
        amount: 4580,
        is_removed: false,
        email: "aisyah.rahman@example.com",
        has_contact: true,
      },
    ]);
  });

  test("is one record with the orders that began and renewed it", async () => {
    const { shop } = await openShop();
    const renewal = wooOrderBody({ id: 731, renewalOf: 1300, createdVia: "subscription" });
    await shop.deliver(wooReceived(renewal, { topic: "order.created" }), told({ parentId: 727 }));
    expect(
      await shop.rows(
        "select external_id, parent_order_external_id as parent from subscriptions where org_id = $1",
      ),
    ).toEqual([{ external_id: "1300", parent: "727" }]);
    expect(
      await shop.rows("select subscription_external_id as id, channel from orders where org_id = $1"),
    ).toEqual([{ id: "1300", channel: "subscription" }]);
  });

  test("that was deleted is gone until it is restored", async () => {
    const { shop } = await openShop();
    const at = (minute: number) => ({ receivedAt: `2026-11-23T04:0${minute}:00.000Z` });
    const deleted = wooReceived(wooDeletedBody(1300), { topic: "subscription.deleted", ...at(1) });
    await shop.deliver(told(), deleted);
    expect(await rowsOf(shop)).toMatchObject([{ is_removed: true }]);
    const restored = wooReceived(wooSubscriptionBody(), { topic: "subscription.restored", ...at(2) });
    await shop.deliver(restored);
    expect(await rowsOf(shop)).toMatchObject([{ is_removed: false }]);
  });

  test("keeps what a person set by hand, and what the shop says beside it", async () => {
    const { admin, shop } = await openShop();
    await shop.deliver(told({ status: "active" }));
    const [row] = await shop.rows("select id from subscriptions where org_id = $1");
    const place = { kind: "subscription", id: String(row?.id) } as const;
    await correctRecord(admin.context("orders.edit"), place, { status: "cancelled" });
    await shop.deliver(told({ status: "on-hold", modifiedAt: "2026-11-22T00:00:00Z" }));
    expect(
      await shop.rows(
        "select status, corrections -> 'status' ->> 'told' as told from subscriptions where org_id = $1",
      ),
    ).toEqual([{ status: "cancelled", told: "on_hold" }]);
  });

  test("stays without a person when its subscriber is erased, also when it is told again", async () => {
    const { admin, shop } = await openShop();
    await shop.deliver(told());
    const [customer] = await shop.rows("select id from customers where org_id = $1");
    await eraseCustomer(admin.context("customers.erase"), { customerId: String(customer?.id) });
    const gone = [{ status: "active", email: null, has_contact: false }];
    expect(await rowsOf(shop)).toMatchObject(gone);
    await shop.deliver(told({ modifiedAt: "2026-11-22T00:00:00Z" }));
    expect(await rowsOf(shop)).toMatchObject(gone);
    expect(await shop.rows("select body from deliveries where org_id = $1")).toEqual([
      { body: null },
      { body: null },
    ]);
  });
});
