import type { Connector, Verdict } from "../connector";
import { isSigned } from "../is-signed";
import { secretForms } from "./webhook-secret";

const LONGEST_PING = 40;
const PING = /^webhook_id=\d+$/;

/**
 * Checks `X-WC-Webhook-Signature`. On saving a webhook, WooCommerce first posts an
 * unsigned `webhook_id=142` and shows an error unless it is answered 200: that alone is a ping.
 */
export const verify: Connector["verify"] = async ({ headers, rawBody, secrets, keys }): Promise<Verdict> => {
  const signature = headers["x-wc-webhook-signature"];
  if (!signature && !headers["x-wc-webhook-topic"] && isPing(rawBody)) return "ping";
  const isGenuine = await isSigned({ signature, rawBody, secrets: secrets.flatMap(secretForms), keys });
  return isGenuine ? "ok" : "refused";
};

function isPing(rawBody: Uint8Array): boolean {
  return rawBody.length <= LONGEST_PING && PING.test(new TextDecoder().decode(rawBody));
}
