import { describe, expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createOrder, type OrderRow } from "../../../tests/factories/order-rows";
import { createMember, type TestMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { getCashHistory } from "./cash-history-queries.server";

const database = await createTestDatabase();
const history = (member: TestMember, customerId: string) =>
  getCashHistory(member.context("customers.view"), { customerId });

async function openCustomer() {
  const member = await createMember(database);
  const { shopId } = await createConnectedShop((text, values) => database.owner.query(text, values), {
    orgId: member.orgId,
  });
  const customerId = await createCustomer(database, member.orgId);
  const order = async (row: Partial<OrderRow> & { isCash?: boolean }) => {
    const id = await createOrder(database, member.orgId, { shopId, customerId, ...row });
    if (row.isCash === false) return;
    await database.owner.query("UPDATE orders SET is_cash_on_delivery = true WHERE id = $1", [id]);
  };
  return { member, customerId, order };
}

describe("the history of cash on delivery", () => {
  test("counts how each order ended, and the rate of those decided", async () => {
    const { member, customerId, order } = await openCustomer();
    for (const [i, status] of [
      "paid",
      "fulfilled",
      "cancelled",
      "failed",
      "refunded",
      "pending",
      "on_hold",
    ].entries()) {
      await order({ status, number: status, placedAt: `2026-01-0${i + 1}T00:00:00Z` });
    }
    const { newest, ...rest } = await history(member, customerId);
    expect(rest).toEqual({
      orders: 7,
      counts: { paid: 2, refused: 2, returned: 1, open: 2 },
      rate: 2 / 5,
    });
    expect(newest.map(({ number, outcome }) => [number, outcome])).toEqual([
      ["on_hold", "open"],
      ["pending", "open"],
      ["refunded", "returned"],
      ["failed", "refused"],
      ["cancelled", "refused"],
    ]);
  });

  test("leaves out drafts, tests, other payments, and what was deleted in the shop or here", async () => {
    const { member, customerId, order } = await openCustomer();
    await order({ status: "draft" });
    await order({ isTest: true });
    await order({ isCash: false });
    await order({ removedAt: "2026-01-01T00:00:00Z" });
    await order({ deletedAt: "2026-01-01T00:00:00Z" });
    const nothing = {
      orders: 0,
      counts: { paid: 0, refused: 0, returned: 0, open: 0 },
      rate: null,
      newest: [],
    };
    expect(await history(member, customerId)).toEqual(nothing);
  });

  test("of another organization's customer is empty", async () => {
    const { customerId, order } = await openCustomer();
    await order({});
    expect((await history(await createMember(database), customerId)).orders).toBe(0);
  });
});
