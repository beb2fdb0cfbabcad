import { sumMinorUnits } from "~/lib/money";
import type { OrderItem } from "../canonical";
import type { ShopifyOrderItem } from "./order-schema";

type ToMinor = (amount: string | number | null) => number;

/**
 * A line of an order. Shopify sends the unit price before discounts, with the
 * tax inside it where the shop's prices include tax; ours is the line after
 * discounts and before tax.
 */
export function toOrderItem(
  item: ShopifyOrderItem,
  index: number,
  order: { areTaxesIncluded: boolean; minor: ToMinor },
): OrderItem {
  const { minor } = order;
  const externalId = item.id ?? `line-${index + 1}`;
  const quantity = item.quantity ?? 1;
  const taxMinor = sumMinorUnits((item.tax_lines ?? []).map((line) => minor(line.price)));
  const priceMinor = Math.round(minor(item.price) * quantity);
  const includedTaxMinor = order.areTaxesIncluded ? taxMinor : 0;
  return {
    externalId,
    productExternalId: item.product_id,
    variantExternalId: item.variant_id,
    sku: item.sku,
    name: item.name ?? item.title ?? item.sku ?? `#${item.product_id ?? externalId}`,
    quantity,
    totalMinor: sumMinorUnits([priceMinor, -discountOf(item, minor), -includedTaxMinor]),
    taxMinor,
  };
}

/** The allocations name every discount that reaches the line; the older single figure leaves out those on the whole order. */
function discountOf(item: ShopifyOrderItem, minor: ToMinor): number {
  const allocations = item.discount_allocations ?? [];
  if (allocations.length === 0) return minor(item.total_discount);
  return sumMinorUnits(allocations.map((allocation) => minor(allocation.amount)));
}
