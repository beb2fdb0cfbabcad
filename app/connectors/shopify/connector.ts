import type { Connector } from "../connector";
import { ALL_DOCUMENTED } from "../wire-facts";
import { guide } from "./guide";
import { identify } from "./identify";
import { parse } from "./parse";
import { readShopAddress } from "./shop-address";
import { verify } from "./verify";

export const shopify = {
  platform: "shopify",
  label: "Shopify",
  kind: "shop",
  proof: "signature",
  secretOrigin: "pasted",
  signatureHeader: "X-Shopify-Hmac-Sha256",
  bodyFormats: ["json"],
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
  reading: { letsIn: "approval", shows: "all" },
  policyUrl: "https://www.shopify.com/legal/privacy",
  guide,
  facts: ALL_DOCUMENTED,
  readShopAddress,
  verify,
  identify,
  parse,
} as const satisfies Connector;
