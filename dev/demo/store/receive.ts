import { createHash } from "node:crypto";
import { CONNECTORS } from "../../../app/connectors/registry";
import { shopifyHeaders } from "../../../app/connectors/shopify/fixtures/delivery";
import { wooHeaders } from "../../../app/connectors/woocommerce/fixtures/delivery";
import type { ReceivedDelivery } from "../../../app/domain/deliveries/delivery.schema";
import { readDelivery } from "../../../workers/durable-objects/inbox/read-delivery";
import { SARI_BUSANA } from "../catalogue/sari-busana";
import { SARI_RASA } from "../catalogue/sari-rasa";
import type { PlannedDelivery } from "../plan/planned";

/** Stands in for a connection's inbox: numbers its deliveries and knows what it has seen. */
export class DemoInbox {
  #seq = 0;
  readonly #seen = new Set<string>();

  /** The delivery as an inbox hands it on: read, numbered, a repetition without its body. */
  async receive(planned: PlannedDelivery): Promise<ReceivedDelivery> {
    const text = typeof planned.body === "string" ? planned.body : JSON.stringify(planned.body);
    const read = await readDelivery({
      connector: CONNECTORS[planned.platform],
      headers: headersOf(planned),
      rawBody: Uint8Array.from(Buffer.from(text)).buffer,
      id: idOf(planned),
      now: planned.receivedAt.getTime(),
    });
    const isDuplicate = this.#seen.has(read.dedupeKey);
    this.#seen.add(read.dedupeKey);
    this.#seq += 1;
    return {
      ...read,
      seq: this.#seq,
      receivedAt: planned.receivedAt.toISOString(),
      headers: isDuplicate ? {} : read.headers,
      body: isDuplicate || read.body === null ? null : text,
      isDuplicate,
    };
  }
}

/** Without the signature: an inbox checks it and keeps it out of the log. */
function headersOf({ platform, topic, name }: PlannedDelivery): Record<string, string> {
  const hex = hashOf(name);
  if (platform === "woocommerce") {
    const source = `https://${SARI_RASA.address}/`;
    return wooHeaders({ topic, signature: null, source, deliveryId: hex.slice(0, 10) });
  }
  const webhookId = hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return shopifyHeaders({ topic, signature: null, shopDomain: SARI_BUSANA.address, webhookId });
}

/** A uuidv7 of the delivery's time, equal in every run: what was applied before is recognized by it. */
function idOf({ receivedAt, name }: PlannedDelivery): string {
  const time = receivedAt.getTime().toString(16).padStart(12, "0");
  const hex = hashOf(`${name} ${time}`);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
