import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { wooDelivery } from "../../app/connectors/woocommerce/fixtures/delivery";
import { wooCouponBody } from "../../app/connectors/woocommerce/fixtures/other-bodies";
import type { Facts } from "../local/running";
import { SARI_RASA } from "./catalogue/sari-rasa";

const PATIENCE_MS = 20_000;

/**
 * Sends one delivery that changes nothing (a coupon) the whole way from the door to
 * the log, and waits for it: development compiles what it meets first, and better
 * now than under the first order that somebody watches.
 */
export async function rehearseDelivery(facts: Facts): Promise<void> {
  const connection = facts.connections.find(({ platform }) => platform === "woocommerce");
  if (!connection) return;
  const sentAt = new Date();
  const { headers, body } = await wooDelivery({
    topic: "coupon.updated",
    secret: connection.secret,
    body: { ...wooCouponBody(), date_modified_gmt: sentAt.toISOString().slice(0, 19) },
    source: `https://${SARI_RASA.address}/`,
  });
  const answer = await fetch(connection.webhookUrl, { method: "POST", headers, body }).catch(() => null);
  if (answer?.ok) await untilLogged(facts.databaseUrl, sentAt);
}

async function untilLogged(databaseUrl: string, since: Date): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const giveUpAt = Date.now() + PATIENCE_MS;
  const isLogged = async () => {
    const query = "SELECT FROM deliveries WHERE topic = 'coupon.updated' AND received_at >= $1";
    return ((await client.query(query, [since])).rowCount ?? 0) > 0;
  };
  while (!(await isLogged()) && Date.now() < giveUpAt) await sleep(100);
  await client.end();
}
