import * as z from "zod";
import { pageParams } from "../page-params.schema";

export const STOCK_STATES = ["in_stock", "out_of_stock", "on_backorder", "unknown"] as const;
export type StockState = (typeof STOCK_STATES)[number];
export const PRODUCT_STATUSES = ["active", "draft", "archived"] as const;

/** The query string of the products list. */
export const productListSchema = z.object({
  ...pageParams,
  stock: z.enum(STOCK_STATES).optional().catch(undefined),
  shop: z.uuid().optional().catch(undefined),
});
export type ProductListParams = z.output<typeof productListSchema>;
