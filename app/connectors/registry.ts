import { bayarcash } from "./bayarcash/connector";
import { bcl } from "./bcl/connector";
import { billplz } from "./billplz/connector";
import { chip } from "./chip/connector";
import type { Connector } from "./connector";
import { generic } from "./generic/connector";
import { onpay } from "./onpay/connector";
import { senangpay } from "./senangpay/connector";
import { shopify } from "./shopify/connector";
import { shoppego } from "./shoppego/connector";
import { theboss } from "./theboss/connector";
import { toyyibpay } from "./toyyibpay/connector";
import { woocommerce } from "./woocommerce/connector";

const LISTED = {
  woocommerce,
  shopify,
  onpay,
  shoppego,
  theboss,
  bcl,
  generic,
  billplz,
  chip,
  toyyibpay,
  senangpay,
  bayarcash,
} satisfies Record<string, Connector>;

/** The platforms that can be connected, as addresses and the database name them. */
export type Platform = keyof typeof LISTED;

/** Every platform that shops can be connected on. A new platform is one folder and one line here. */
export const CONNECTORS: Readonly<Record<Platform, Connector>> = LISTED;

const isPlatform = (name: string): name is Platform => Object.hasOwn(LISTED, name);

/** How shops of a platform can be asked; null where they cannot, or where it is no longer listed. */
export function readingOf(name: string): NonNullable<Connector["reading"]> | null {
  return isPlatform(name) ? (CONNECTORS[name].reading ?? null) : null;
}

/** How screens name a platform; its own word for one that is no longer listed. */
export function platformLabel(name: string): string {
  return isPlatform(name) ? CONNECTORS[name].label : name;
}

export const PLATFORMS: readonly Platform[] = Object.keys(LISTED).filter(isPlatform);
