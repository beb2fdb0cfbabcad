import { expect, test } from "vitest";
import { createConnectedShop } from "../../../tests/factories/connected-shop";
import { createCustomer } from "../../../tests/factories/customer-rows";
import { createOrder } from "../../../tests/factories/order-rows";
import { createMember } from "../../../tests/factories/org-context";
import { createSubscription } from "../../../tests/factories/subscription-rows";
import { createTestDatabase } from "../../../tests/setup/database";
import type { Role } from "../organizations/permissions";
import { commandsOf } from "./commands";
import { searchEverything } from "./search-everything.server";

const database = await createTestDatabase();

test("one search gives customers and their orders in one round trip, none of another organization", async () => {
  const [ours, theirs] = [await createMember(database), await createMember(database)];
  const run = (text: string, values: unknown[]) => database.owner.query(text, values);
  const { shopId } = await createConnectedShop(run, { orgId: ours.orgId });
  const customerId = await createCustomer(database, ours.orgId, { name: "Siti Aminah" });
  await createOrder(database, ours.orgId, { shopId, customerId, number: "#7" });
  await createSubscription(database, ours.orgId, { shopId, customerId, number: "S-7" });

  const before = await database.roundTrips();
  const found = await searchEverything(ours.context("customers.view"), "siti");
  expect((await database.roundTrips()).httpRequests - before.httpRequests).toBe(1);
  expect(found).toMatchObject({
    customers: [{ name: "Siti Aminah" }],
    orders: [{ number: "#7" }],
    products: [],
    subscriptions: [{ number: "S-7", email: null }],
    views: [],
  });
  expect(await searchEverything(theirs.context("customers.view"), "siti")).toEqual({
    customers: [],
    orders: [],
    products: [],
    subscriptions: [],
    checkouts: [],
    views: [],
  });
});

test("[3.3a] the palette shows a viewer no contact of a subscription's customer", async () => {
  const viewer = await createMember(database, { role: "viewer" });
  const { shopId } = await createConnectedShop((text, values) => database.owner.query(text, values), viewer);
  const customerId = await createCustomer(database, viewer.orgId, { name: "Siti", email: "siti@kedai.my" });
  await createSubscription(database, viewer.orgId, { shopId, customerId, number: "S-8" });
  const { subscriptions } = await searchEverything(viewer.context("customers.view"), "siti");
  expect(subscriptions).toMatchObject([{ email: "s•••@k•••.my" }]);
});

test("the palette offers a role only what it may do", () => {
  const keysOf = (role: Role) => commandsOf(role).map(({ key }) => key);
  expect(keysOf("viewer")).toEqual(["checkouts"]);
  expect(keysOf("analyst")).toEqual(["checkouts"]);
  expect(keysOf("member")).toEqual(["newCustomer", "newOrder", "newSubscription", "checkouts"]);
  expect(keysOf("manager")).not.toContain("invite");
  expect(keysOf("admin")).toContain("invite");
});
