import type { OrderItem } from "../canonical";
import { singleItem } from "../order-of";
import { isRecord, readNumber, readText } from "../read";
import { atPath } from "./at-path";
import type { Mapping } from "./mapping.schema";
import { type Reading, readMappedAmount, readMappedId, readRuleText } from "./read-rule";
import type { ItemTarget } from "./targets";

const MOST_ITEMS = 1000;

/** The lines of an order; null when there are more than an order may have. */
export function mapItems(reading: Reading, currency: string, totalMinor: number | null): OrderItem[] | null {
  const { items, fields } = reading.mapping;
  const listed = items === null ? [] : entriesAt(reading.body, items.path);
  if (listed.length > MOST_ITEMS) return null;
  if (items !== null && listed.length > 0) {
    return listed.map((entry, index) => mapItem(entry, { index, currency, mapping: reading.mapping, items }));
  }
  const product = readRuleText(reading, fields.product);
  return product === null ? [] : singleItem(product, totalMinor ?? 0);
}

/** The entries of a list, the values of an object of objects, or the only one there is. */
function entriesAt(body: unknown, path: readonly string[]): unknown[] {
  const value = atPath(body, path);
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return readText(value) === null ? [] : [value];
  const parts = Object.values(value);
  return parts.length > 0 && parts.every(isRecord) ? parts : [value];
}

type Entry = {
  index: number;
  currency: string;
  mapping: Mapping;
  items: NonNullable<Mapping["items"]>;
};

function mapItem(entry: unknown, { index, currency, mapping, items }: Entry): OrderItem {
  const read = (target: ItemTarget): unknown => {
    const path = items.fields[target];
    return path === undefined ? undefined : atPath(entry, path);
  };
  const amount = (target: ItemTarget) => readMappedAmount(read(target), mapping.reading.amounts, currency);
  const quantity = quantityOf(read("quantity"));
  const computed = Math.round((amount("price") ?? 0) * quantity);
  const total = amount("total") ?? (Number.isSafeInteger(computed) ? computed : 0);
  const sku = readText(read("sku"));
  const named = typeof entry === "string" ? readText(entry) : readText(read("name"));
  return {
    externalId: `line-${index + 1}`,
    productExternalId: readMappedId(read("productId")),
    variantExternalId: null,
    sku,
    name: named ?? sku ?? `#${index + 1}`,
    quantity,
    totalMinor: total,
    taxMinor: 0,
  };
}

/** One piece where nothing, or nothing plausible, is said. */
function quantityOf(value: unknown): number {
  const quantity = readNumber(value);
  return quantity !== null && Math.abs(quantity) <= 1_000_000 ? quantity : 1;
}
