import { randomInt } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wooDelivery } from "../../app/connectors/woocommerce/fixtures/delivery";
import { wooOrderBody } from "../../app/connectors/woocommerce/fixtures/order-body";
import type { Place } from "../local/place";
import { SARI_RASA } from "./catalogue/sari-rasa";
import type { Demo } from "./demo";
import { costsOf, fillBasket } from "./plan/baskets";
import { makeNewcomer } from "./plan/buyers";
import { typedBuyer } from "./plan/orders";
import { demoBuyers } from "./plan/plan-demo";
import { makeRandom } from "./plan/random";

/** A signed delivery, with its body in a file that curl can send. */
export type DemoOrder = {
  url: string;
  headers: Record<string, string>;
  body: string;
  bodyFile: string;
  /** For people: number, buyer, total. */
  summary: string;
};

/** Makes a paid WooCommerce order of this moment, of somebody new, for the demo's connection; null when it has none. */
export async function writeDemoOrder(place: Place, demo: Demo, now = new Date()): Promise<DemoOrder | null> {
  const connection = demo.connections.find(({ platform }) => platform === "woocommerce");
  if (!connection) return null;
  // Seconds since 2026 grow from order to order and look like a shop's own numbers.
  const id = Math.floor((now.getTime() - Date.UTC(2026, 0)) / 1000);
  const order = makeOrderBody(id, now);
  const { headers, body } = await wooDelivery({
    topic: "order.created",
    secret: connection.secret,
    body: order,
    source: `https://${SARI_RASA.address}/`,
    deliveryId: id.toString(16),
  });
  mkdirSync(place.orders, { recursive: true });
  const bodyFile = join(place.orders, `${id}.json`);
  writeFileSync(bodyFile, body);
  const { first_name: first, last_name: last } = order.billing;
  const summary = `order ${id} of ${`${first} ${last}`.trim()}, ${order.currency} ${order.total}`;
  return { url: connection.webhookUrl, headers, body, bodyFile, summary };
}

function makeOrderBody(id: number, now: Date) {
  const random = makeRandom(randomInt(2 ** 32));
  const newcomer = makeNewcomer(demoBuyers(), random);
  const items = fillBasket("woocommerce", id * 5, random);
  const { shippingMinor, discountMinor, coupons } = costsOf(items, newcomer.town.state, now, random);
  const buyer = typedBuyer(newcomer, newcomer.contact, random);
  const createdAt = now.toISOString();
  return wooOrderBody({ id, buyer, items, shippingMinor, discountMinor, coupons, createdAt });
}
