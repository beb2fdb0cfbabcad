import type { ProductState } from "~/connectors/canonical";

/** Fields of a shop's product that a person may set by hand. */
export const CORRECTABLE_PRODUCT = [
  "name",
  "sku",
  "priceMinor",
  "currency",
  "status",
  "stock",
  "stockQuantity",
] as const satisfies readonly (keyof ProductState)[];

export type CorrectableProduct = Pick<ProductState, (typeof CORRECTABLE_PRODUCT)[number]>;

/** Of what a shop tells, the part that a person may have set otherwise; priced in the shop's currency if it says none. */
export function correctableOf(told: ProductState, shopCurrency: string): CorrectableProduct {
  const { name, sku, priceMinor, status, stock, stockQuantity } = told;
  return { name, sku, priceMinor, currency: told.currency ?? shopCurrency, status, stock, stockQuantity };
}
