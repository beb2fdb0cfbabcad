import type { OrgContext } from "../context";
import { searchProducts } from "./product-queries.server";

const MOST_CHOICES = 8;

/** Products that somebody may mean who types an order's item, by name. */
export async function listProductChoices(ctx: OrgContext, query: string) {
  const found = await searchProducts(ctx, query, { limit: MOST_CHOICES });
  return found.map(({ id, name, sku, priceMinor, currency }) => ({ id, name, sku, priceMinor, currency }));
}

export type ProductChoice = Awaited<ReturnType<typeof listProductChoices>>[number];
