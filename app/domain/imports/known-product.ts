import * as z from "zod";
import type { ProductState } from "~/connectors/canonical";
import { PRODUCT_STATUSES, STOCK_STATES } from "../products/product-words";

const text = z.string().nullable();

export const productStateSchema: z.ZodType<ProductState> = z.object({
  externalId: z.string(),
  parentExternalId: text,
  name: z.string(),
  sku: text,
  priceMinor: z.number().nullable(),
  currency: text,
  status: z.enum(PRODUCT_STATUSES),
  stock: z.enum(STOCK_STATES),
  stockQuantity: z.number().nullable(),
  url: text,
  imageUrl: text,
  categories: z.array(z.string()),
});

export const recordVersionSchema = z.object({ at: z.string(), rank: z.number(), hash: z.string() });

/**
 * A product as an import meets it: as the database has it, or as an earlier row of the same
 * file left it. `state` is what its shop or a file told, without what a person corrected.
 */
export const knownProductSchema = z.object({
  /** Null for one that would be created. */
  id: z.uuid().nullable(),
  state: productStateSchema,
  version: recordVersionSchema,
  /** Fields that a person set. */
  corrected: z.array(z.string()),
  isTrashed: z.boolean(),
});
export type KnownProduct = z.output<typeof knownProductSchema>;

/** Products by external id, and by SKU. */
export type KnownProducts = { byId: Map<string, KnownProduct>; bySku: Map<string, KnownProduct> };

export function addProduct({ byId, bySku }: KnownProducts, product: KnownProduct): void {
  const { externalId, sku } = product.state;
  byId.set(externalId, product);
  if (sku !== null) bySku.set(sku, product);
}
