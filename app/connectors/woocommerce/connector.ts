import type { Connector } from "../connector";
import { ALL_DOCUMENTED } from "../wire-facts";
import { guide } from "./guide";
import { identify } from "./identify";
import { parse } from "./parse";
import { readShopAddress } from "./shop-address";
import { verify } from "./verify";

export const woocommerce = {
  platform: "woocommerce",
  label: "WooCommerce",
  kind: "shop",
  proof: "signature",
  secretOrigin: "generated",
  signatureHeader: "X-WC-Webhook-Signature",
  bodyFormats: ["json"],
  topics: [
    "order.created",
    "order.updated",
    "order.deleted",
    "order.restored",
    "customer.created",
    "customer.updated",
    "customer.deleted",
    "product.created",
    "product.updated",
    "product.deleted",
    "product.restored",
  ],
  reading: { letsIn: "approval", shows: "all" },
  policyUrl: "https://automattic.com/privacy/",
  guide,
  facts: ALL_DOCUMENTED,
  readShopAddress,
  verify,
  identify,
  parse,
} as const satisfies Connector;
