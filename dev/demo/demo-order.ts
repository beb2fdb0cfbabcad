import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wooDelivery } from "../../app/connectors/woocommerce/fixtures/delivery";
import { wooOrderBody } from "../../app/connectors/woocommerce/fixtures/order-body";
import type { Place } from "../local/place";
import type { Demo } from "./demo";
import { pickBuyer, pickItems } from "./people-and-products";

/** A signed delivery, with its body in a file that curl can send. */
export type DemoOrder = {
  url: string;
  headers: Record<string, string>;
  body: string;
  bodyFile: string;
  /** For people: number, buyer, total. */
  summary: string;
};

/** Makes a paid WooCommerce order of this moment for the demo's connection; null when it has none. */
export async function writeDemoOrder(place: Place, demo: Demo, now = new Date()): Promise<DemoOrder | null> {
  const connection = demo.connections.find(({ platform }) => platform === "woocommerce");
  if (!connection) return null;
  // Seconds since 2026 grow from order to order and look like a shop's own numbers.
  const id = Math.floor((now.getTime() - Date.UTC(2026, 0)) / 1000);
  const buyer = pickBuyer();
  const order = wooOrderBody({ id, buyer, items: pickItems(), createdAt: now.toISOString() });
  const { headers, body } = await wooDelivery({
    topic: "order.created",
    secret: connection.secret,
    body: order,
    deliveryId: id.toString(16),
  });
  mkdirSync(place.orders, { recursive: true });
  const bodyFile = join(place.orders, `${id}.json`);
  writeFileSync(bodyFile, body);
  const summary = `order ${id} of ${buyer.name}, ${order.currency} ${order.total}`;
  return { url: connection.webhookUrl, headers, body, bodyFile, summary };
}
