/** Something a demo shop sells. */
export type Goods = {
  /** The shop's own id of the product. */
  id: number;
  name: string;
  sku: string;
  /** In sen. */
  priceMinor: number;
  category: string;
  /** How often it is bought, compared with the others; 0 for what is not sold. */
  popularity: number;
  /** Null when the shop does not count it. */
  stock: number | null;
  isDraft: boolean;
  /** What is ordered one by one and costs the same; empty for most goods. */
  sizes: readonly string[];
};

/**
 * Reads lines of category, SKU, price in ringgit, popularity, stock (`-` when it is
 * not counted), name and, after a further bar, sizes or the word `draft`.
 */
export function readGoods(table: string, idOf: (index: number) => number): Goods[] {
  const lines = table.trim().split("\n");
  return lines.map((line, index) => {
    const [category = "", sku = "", price, popularity, stock, name = "", more = ""] = line
      .split("|")
      .map((cell) => cell.trim());
    const isDraft = more === "draft";
    return {
      id: idOf(index),
      name,
      sku,
      priceMinor: Math.round(Number(price) * 100),
      category,
      popularity: Number(popularity),
      stock: stock === "-" ? null : Number(stock),
      isDraft,
      sizes: isDraft || more === "" ? [] : more.split(" "),
    };
  });
}
