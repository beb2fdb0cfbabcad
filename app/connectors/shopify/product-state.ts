import * as z from "zod";
import { toMinorUnits } from "~/lib/money";
import type { ProductState } from "../canonical";
import { readUrl } from "../read";
import { toStockQuantity } from "../stock-quantity";
import {
  looseAmount,
  looseList,
  looseNumber,
  looseObject,
  looseText,
  looseTime,
  looseUrl,
  requiredId,
} from "../tolerant-schemas";
import { preferGlobalId } from "./record-id";

/** Stands in for the shop's currency, which product bodies leave out; see `ProductState.priceMinor`. */
const HUNDREDTHS = "MYR";
const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

const imageSchema = z.object({ src: looseUrl });

const variantSchema = z.object({
  sku: looseText,
  price: looseAmount,
  inventory_management: looseText,
  inventory_policy: looseText,
  inventory_quantity: looseNumber,
});

export const shopifyProductSchema = z.preprocess(
  preferGlobalId,
  z.object({
    id: requiredId,
    title: looseText,
    handle: looseText,
    status: looseText,
    product_type: looseText,
    published_at: looseTime("Z"),
    updated_at: looseTime("Z"),
    image: looseObject(imageSchema),
    images: looseList(imageSchema),
    variants: looseList(variantSchema),
  }),
);

type ShopifyProduct = z.infer<typeof shopifyProductSchema>;
type Variant = z.infer<typeof variantSchema>;
type Stock = ProductState["stock"];

const STATUSES: ReadonlyMap<string | null, ProductState["status"]> = new Map([
  ["active", "active"],
  ["unlisted", "active"],
  ["draft", "draft"],
  ["archived", "archived"],
]);

/** One product with its variants folded in: the lowest price, the best stock, the sum of pieces. */
export function toProductState(product: ShopifyProduct, shopDomain: string | null): ProductState {
  const variants = product.variants ?? [];
  const prices = variants.flatMap(({ price }) =>
    price === null ? [] : (toMinorUnits(price, HUNDREDTHS) ?? []),
  );
  const [onlyVariant, ...otherVariants] = variants;
  return {
    externalId: product.id,
    parentExternalId: null,
    name: product.title ?? product.handle ?? `#${product.id}`,
    sku: otherVariants.length === 0 ? (onlyVariant?.sku ?? null) : null,
    priceMinor: prices.length === 0 ? null : prices.reduce((lowest, price) => Math.min(lowest, price)),
    currency: null,
    status: STATUSES.get(product.status) ?? (product.published_at === null ? "draft" : "active"),
    stock: stockOf(variants),
    stockQuantity: toStockQuantity(piecesOf(variants)),
    url: urlOf(product, shopDomain),
    imageUrl: product.image?.src ?? product.images?.[0]?.src ?? null,
    categories: product.product_type === null ? [] : [product.product_type],
  };
}

const BEST_FIRST: readonly Stock[] = ["in_stock", "on_backorder", "out_of_stock"];

function stockOf(variants: Variant[]): Stock {
  const stocks = new Set(variants.map(variantStock));
  return BEST_FIRST.find((stock) => stocks.has(stock)) ?? "unknown";
}

/** Without inventory management a variant can always be bought. */
function variantStock(variant: Variant): Stock {
  const { inventory_management: management, inventory_quantity: quantity } = variant;
  if (quantity === null) return "unknown";
  if (management === null || quantity > 0) return "in_stock";
  return variant.inventory_policy === "continue" ? "on_backorder" : "out_of_stock";
}

/** Null as soon as one variant is not counted: a sum of the others would mislead. */
function piecesOf(variants: Variant[]): number | null {
  const isCounted = variants.length > 0 && variants.every((variant) => variant.inventory_management !== null);
  return isCounted ? variants.reduce((sum, variant) => sum + (variant.inventory_quantity ?? 0), 0) : null;
}

/** The domain comes from a header that is not signed, so only Shopify's own hosts become links. */
function urlOf(product: ShopifyProduct, shopDomain: string | null): string | null {
  if (product.handle === null || !SHOP_DOMAIN.test(shopDomain ?? "")) return null;
  return readUrl(`https://${shopDomain}/products/${product.handle}`);
}
