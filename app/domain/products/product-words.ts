export const STOCK_STATES = ["in_stock", "out_of_stock", "on_backorder", "unknown"] as const;
export type StockState = (typeof STOCK_STATES)[number];
export const PRODUCT_STATUSES = ["active", "draft", "archived"] as const;
