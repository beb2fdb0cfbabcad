import type { Connector } from "../connector";
import { toSetupSteps } from "../setup-steps";
import { identify } from "./identify";
import { parse } from "./parse";
import { verify } from "./verify";

export const woocommerce: Connector = {
  platform: "woocommerce",
  label: "WooCommerce",
  signatureHeader: "X-WC-Webhook-Signature",
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
  policyUrl: "https://automattic.com/privacy/",
  setupSteps: toSetupSteps("woocommerce", 4),
  secretOrigin: "generated",
  verify,
  identify,
  parse,
};
