import type { DeliveryHeaders } from "../connector";
import { readText } from "../read";

const LONGEST_HEADER = 253;

/** `X-Shopify-<name>`, or `Shopify-<name>` as newer deliveries write it; `name` in lower case. */
export function deliveryHeader(headers: DeliveryHeaders, name: string): string | null {
  return readText(headers[`x-shopify-${name}`] ?? headers[`shopify-${name}`], LONGEST_HEADER);
}
