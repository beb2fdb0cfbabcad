import { type SQL, sql } from "drizzle-orm";
import { products } from "~/db/schema/products";

const MOST_WORDS = 6;

/** Products whose name or SKU holds every word. They are read through: a catalogue has thousands of rows, not millions. */
export function holdsWords(q: string): SQL {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const holds = words.map(
    (word) => sql`(strpos(${products.sortName}, ${word}) > 0 or strpos(lower(${products.sku}), ${word}) > 0)`,
  );
  return holds.length > 0 ? sql.join(holds, sql` and `) : sql`false`;
}
