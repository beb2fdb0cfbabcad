import { idsOf } from "./customer-body";
import type { ProductNode } from "./nodes";

/** A product of GraphQL in the form of the `products/*` webhooks. */
export function productBody(product: ProductNode): Record<string, unknown> {
  const url = product.featuredMedia?.preview?.image?.url;
  return {
    ...idsOf(product.id),
    title: product.title,
    handle: product.handle,
    status: product.status?.toLowerCase() ?? null,
    product_type: product.productType,
    published_at: product.publishedAt,
    updated_at: product.updatedAt,
    image: url ? { src: url } : null,
    variants: product.variants.nodes.map((variant) => ({
      sku: variant.sku,
      price: variant.price,
      inventory_management: variant.inventoryItem?.tracked ? "shopify" : null,
      inventory_policy: variant.inventoryPolicy?.toLowerCase() ?? null,
      inventory_quantity: variant.inventoryQuantity ?? null,
    })),
  };
}
