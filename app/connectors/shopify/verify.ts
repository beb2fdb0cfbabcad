import type { Connector } from "../connector";
import { isSigned } from "../is-signed";

/**
 * Checks the HMAC header. The key is the app's client secret, or the shop's own
 * for webhooks that a seller made in the admin: which one is the caller's choice.
 */
export const verify: Connector["verify"] = async ({ headers, rawBody, secrets, keys }) => {
  const signature = headers["x-shopify-hmac-sha256"] ?? headers["shopify-hmac-sha256"];
  return (await isSigned({ signature, rawBody, secrets, keys })) ? "ok" : "refused";
};
