import type { Connector } from "../connector";
import { toSetupSteps } from "../setup-steps";
import { identify } from "./identify";
import { parse } from "./parse";
import { verify } from "./verify";

export const shopify: Connector = {
  platform: "shopify",
  label: "Shopify",
  signatureHeader: "X-Shopify-Hmac-Sha256",
  topics: [
    "orders/create",
    "orders/updated",
    "orders/paid",
    "orders/cancelled",
    "orders/fulfilled",
    "orders/partially_fulfilled",
    "orders/delete",
    "refunds/create",
    "customers/create",
    "customers/update",
    "customers/delete",
    "customers_marketing_consent/update",
    "customers_email_marketing_consent/update",
    "products/create",
    "products/update",
    "products/delete",
    "app/uninstalled",
  ],
  policyUrl: "https://www.shopify.com/legal/privacy",
  setupSteps: toSetupSteps("shopify", 4),
  secretOrigin: "pasted",
  verify,
  identify,
  parse,
};
