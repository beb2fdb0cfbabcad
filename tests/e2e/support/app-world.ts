import { vi } from "vitest";
import * as z from "zod";
import { wooOrderBody } from "~/connectors/woocommerce/fixtures/order-body";
import type { BuiltApp } from "../../setup/built-app";
import type { World } from "../access-matrix";
import type { AppMember } from "./app-member";
import { connectShop } from "./app-shop";

const worldSchema = z.tuple([
  z.object({ customerId: z.uuid(), orderId: z.uuid(), connectionId: z.uuid(), deliveryId: z.uuid() }),
]);

/** A connected shop of the member's organization, from which one order came. */
export async function createWorld(app: BuiltApp, admin: AppMember): Promise<World> {
  const { connectionId, deliver } = await connectShop(app, admin);
  await deliver("order.created", wooOrderBody());
  return vi.waitFor(
    async () => {
      const found = await app.database.owner.query(
        `SELECT o.customer_id AS "customerId", o.id AS "orderId", c.id AS "connectionId", d.id AS "deliveryId"
         FROM connections c
         JOIN orders o ON (o.org_id, o.shop_id) = (c.org_id, c.shop_id)
         JOIN deliveries d ON (d.org_id, d.connection_id) = (c.org_id, c.id)
         WHERE c.id = $1`,
        [connectionId],
      );
      const [ids] = worldSchema.parse(found.rows);
      return { slug: admin.slug, ...ids };
    },
    { timeout: 30_000, interval: 100 },
  );
}
