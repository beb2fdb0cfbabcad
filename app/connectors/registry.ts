import type { Connector, Platform } from "./connector";
import { shopify } from "./shopify/connector";
import { woocommerce } from "./woocommerce/connector";

/** Every platform that shops can be connected on. A new platform is one folder and one line here. */
export const CONNECTORS: Readonly<Record<Platform, Connector>> = { woocommerce, shopify };
