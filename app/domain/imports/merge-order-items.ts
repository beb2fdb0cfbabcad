import type { OrderItem } from "~/connectors/canonical";
import type { SaidItem } from "./read-order-items";

/**
 * An order's items with what a file says of them. An item is known by its SKU or name; of
 * several alike each is met once, the most alike first. What the file does not name stays, so that the
 * rest of an order may stand further down. `isSameFile`: the order is what this file
 * said further up, so an item of a known name but other figures is one more.
 */
export function mergeOrderItems(
  known: readonly OrderItem[],
  said: readonly SaidItem[],
  isSameFile: boolean,
): OrderItem[] {
  const items = [...known];
  const met = new Set<number>();
  const meet = (fits: (item: OrderItem) => boolean) => {
    const at = known.findIndex((item, n) => !met.has(n) && fits(item));
    if (at >= 0) met.add(at);
    return at;
  };
  const left = said.filter((one) => meet((item) => isNamed(item, one) && isAlike(item, one)) < 0);
  for (const one of left) {
    const at = isSameFile ? -1 : meet((item) => isNamed(item, one));
    const before = items[at];
    if (before)
      items[at] = {
        ...before,
        ...one,
        sku: one.sku ?? before.sku,
        totalMinor: one.totalMinor ?? before.totalMinor,
      };
    else items.push(newItem(one, items.length));
  }
  return items;
}

function isNamed(item: OrderItem, { sku, name }: SaidItem): boolean {
  return sku !== null && item.sku !== null ? item.sku === sku : item.name === name;
}

function isAlike(item: OrderItem, { name, quantity, totalMinor }: SaidItem): boolean {
  const isPriced = totalMinor === null || item.totalMinor === totalMinor;
  return item.name === name && item.quantity === quantity && isPriced;
}

function newItem({ totalMinor, ...said }: SaidItem, position: number): OrderItem {
  const unknown = { productExternalId: null, variantExternalId: null, taxMinor: 0 };
  return { ...said, ...unknown, externalId: String(position), totalMinor: totalMinor ?? 0 };
}
