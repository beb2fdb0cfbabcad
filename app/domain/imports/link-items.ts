import type { OrderItem } from "~/connectors/canonical";

/** The product that a shop has under a SKU, and which of its variations where there is one. */
type ProductLink = { productExternalId: string; variantExternalId: string | null };

/** Products of one shop by the SKUs that name exactly one of them. */
export type LinksBySku = ReadonlyMap<string, ProductLink>;

/** Items with the products that their SKUs name; a link that an item has stays. A name alone links nothing. */
export function linkItems(items: readonly OrderItem[], links: LinksBySku): OrderItem[] {
  return items.map((item) =>
    isLinked(item) || item.sku === null ? item : { ...item, ...links.get(item.sku) },
  );
}

/**
 * Items as they were, but for links that changed since: a shop may have taken over the product
 * that a file told of, under another id.
 */
export function keepLinks(before: readonly OrderItem[], now: readonly OrderItem[]): OrderItem[] {
  return before.map((item) => {
    const same = isLinked(item) ? now.find((one) => isLinked(one) && one.sku === item.sku) : undefined;
    if (!same) return item;
    const { productExternalId, variantExternalId } = same;
    return { ...item, productExternalId, variantExternalId };
  });
}

export function isLinked({ productExternalId }: OrderItem): boolean {
  return productExternalId !== null;
}
