import { toMinorUnits } from "~/lib/money";
import type { OrderItem } from "../canonical";
import type { CheckoutItem } from "./checkout-schema";

/** `name` is the variant's; most products have one that is called Default. */
export function toItem(item: CheckoutItem, index: number, currency: string): OrderItem {
  const quantity = item.quantity ?? 1;
  const unitMinor = toMinorUnits(item.price ?? 0, currency) ?? 0;
  const product = item.product?.name ?? item.product?.sku ?? null;
  const variant = item.name === null || item.name.toLowerCase() === "default" ? null : item.name;
  const totalMinor = item.subtotal === null ? null : toMinorUnits(item.subtotal, currency);
  const computed = Math.round(unitMinor * quantity);
  return {
    externalId: `line-${index + 1}`,
    productExternalId: null,
    variantExternalId: null,
    sku: item.product?.sku ?? null,
    name: [product, variant].filter((part) => part !== null).join(", ") || `#${index + 1}`,
    quantity,
    totalMinor: totalMinor ?? (Number.isSafeInteger(computed) ? computed : 0),
    taxMinor: 0,
  };
}
