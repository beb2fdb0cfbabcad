const MOST = 2_147_483_647;

/** Whole pieces, rounded down, within what a 32-bit integer holds; null stays null. */
export function toStockQuantity(quantity: number | null): number | null {
  return quantity === null ? null : Math.min(Math.max(Math.floor(quantity), -MOST), MOST);
}
