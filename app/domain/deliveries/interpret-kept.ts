import { CONNECTORS } from "~/connectors/registry";
import type { Connection } from "./batch";
import type { ReceivedDelivery } from "./delivery.schema";
import { type Interpreted, interpretDelivery } from "./interpret-delivery";

/**
 * Reads a delivery that was kept once more, as its connection's settings are now. A mapping that
 * is younger than the delivery says also what it is about, which its inbox could not know.
 */
export function interpretKept(connection: Connection, delivery: ReceivedDelivery): Interpreted {
  const connector = CONNECTORS[connection.platform];
  const { settings } = connection;
  const interpreted = interpretDelivery(connector, delivery, settings);
  if (!settings || interpreted.events.length === 0) return interpreted;
  const { headers, bodyHash, receivedAt } = delivery;
  const body: unknown = delivery.body === null ? null : JSON.parse(delivery.body);
  const { topic, subject } = connector.identify({ headers, body, bodyHash, receivedAt, settings });
  return { ...interpreted, delivery: { ...delivery, topic, subject } };
}
