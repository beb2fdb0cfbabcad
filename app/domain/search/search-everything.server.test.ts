import { expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember } from "../../../tests/factories/org-context";
import { createTestDatabase } from "../../../tests/setup/database";
import { searchEverything } from "./search-everything.server";

const database = await createTestDatabase();

test("one search gives customers and their orders in one round trip, none of another organization", async () => {
  const [ours, theirs] = [await createMember(database), await createMember(database)];
  const run = (text: string, values: unknown[]) => database.owner.query(text, values);
  const { shopId } = await createConnectedShop(run, { orgId: ours.orgId });
  const customerId = await createCustomer(database, ours.orgId, { name: "Siti Aminah" });
  await createOrder(database, ours.orgId, { shopId, customerId, number: "#7" });

  const before = await database.roundTrips();
  const found = await searchEverything(ours.context("customers.view"), "siti");
  expect((await database.roundTrips()).httpRequests - before.httpRequests).toBe(1);
  expect(found).toMatchObject({
    customers: [{ name: "Siti Aminah" }],
    orders: [{ number: "#7" }],
    products: [],
    views: [],
  });
  expect(await searchEverything(theirs.context("customers.view"), "siti")).toEqual({
    customers: [],
    orders: [],
    products: [],
    views: [],
  });
});
