import { describe, expect, test } from "vitest";
import { wooCustomerBody } from "~/connectors/woocommerce/fixtures/customer-body";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import { wooProductBody } from "~/connectors/woocommerce/fixtures/product-body";
import { type ConnectedShop, createConnectedShop } from "../../../tests/factories/connected-shop";
import { applyInput, wooReceived } from "../../../tests/factories/deliveries";
import { createTestDatabase } from "../../../tests/setup/database";
import { applyDeliveries } from "./apply-deliveries.server";
import type { ReceivedDelivery } from "./delivery.schema";

const database = await createTestDatabase();
const rows = async (text: string, values?: unknown[]) => (await database.owner.query(text, values)).rows;
const connect = (options = {}) =>
  createConnectedShop((text, values) => database.owner.query(text, values), options);

const deliver = (shop: ConnectedShop, ...deliveries: ReceivedDelivery[]) =>
  applyDeliveries(applyInput(database, shop, deliveries));

describe("applyDeliveries", () => {
  test("[2.1c] an order becomes a customer with contact, order, items and spend", async () => {
    const shop = await connect();
    const results = await deliver(shop, wooReceived(wooOrderBody(), { topic: "order.created" }));
    expect(results).toMatchObject([{ outcome: "applied", reason: null, changed: ["orders", "customers"] }]);
    expect(await rows("select * from customers where org_id = $1", [shop.orgId])).toMatchObject([
      { orders_count: 1 },
    ]);
  });
});
