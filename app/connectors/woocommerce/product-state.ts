import * as z from "zod";
import { decodeHtmlEntities } from "~/lib/html-entities";
import { toMinorUnits } from "~/lib/money";
import type { ProductState } from "../canonical";
import { toStockQuantity } from "../stock-quantity";
import {
  looseAmount,
  looseId,
  looseList,
  looseNumber,
  looseObject,
  looseText,
  looseUrl,
  requiredId,
} from "../tolerant-schemas";
import { gmtTime, siteTime } from "./times";

/** Stands in for the shop's currency, which product bodies leave out; see `ProductState.priceMinor`. */
const HUNDREDTHS = "MYR";

const imageSchema = z.object({ src: looseUrl });

export const wooProductSchema = z.object({
  id: requiredId,
  parent_id: looseId,
  name: looseText,
  sku: looseText,
  price: looseAmount,
  status: looseText,
  stock_status: looseText,
  stock_quantity: looseNumber,
  permalink: looseUrl,
  images: looseList(imageSchema),
  image: looseObject(imageSchema),
  attributes: looseList(z.object({ option: looseText })),
  categories: looseList(z.object({ name: looseText })),
  date_modified_gmt: gmtTime,
  date_modified: siteTime,
});

type WooProduct = z.infer<typeof wooProductSchema>;

const STATUSES: ReadonlyMap<string | null, ProductState["status"]> = new Map([
  ["publish", "active"],
  ["trash", "archived"],
]);

const STOCKS: ReadonlyMap<string | null, ProductState["stock"]> = new Map([
  ["instock", "in_stock"],
  ["outofstock", "out_of_stock"],
  ["onbackorder", "on_backorder"],
]);

/** A product, or a variation of one (`parent_id`). */
export function toProductState(product: WooProduct): ProductState {
  return {
    externalId: product.id,
    parentExternalId: product.parent_id,
    name: nameOf(product),
    sku: product.sku,
    priceMinor: product.price === null ? null : toMinorUnits(product.price, HUNDREDTHS),
    currency: null,
    status: STATUSES.get(product.status) ?? "draft",
    stock: STOCKS.get(product.stock_status) ?? "unknown",
    stockQuantity: toStockQuantity(product.stock_quantity),
    url: product.permalink,
    imageUrl: product.images?.[0]?.src ?? product.image?.src ?? null,
    categories: (product.categories ?? []).flatMap(({ name }) =>
      name === null ? [] : decodeHtmlEntities(name),
    ),
  };
}

/** A variation may have no name of its own: its options, its SKU or its id must do. */
function nameOf(product: WooProduct): string {
  const options = (product.attributes ?? []).flatMap(({ option }) => option ?? []);
  const name = product.name ?? (options.join(", ").slice(0, 500) || (product.sku ?? `#${product.id}`));
  return decodeHtmlEntities(name);
}
