import type { ProductState } from "~/connectors/canonical";
import { isWebAddress } from "~/lib/is-web-address";
import { readDecimal, scaleDecimal } from "~/lib/read-decimal";
import type { ReadPlan, ReadRow } from "./read-customer-row";
import { readMinor, readRowCurrency } from "./read-money-cells";
import { wordReader } from "./read-words";
import { openCells, type RowCells } from "./row-cells";

/** What a row says about a product: only what stands in its cells. */
export type ProductRow = {
  row: number;
  /** The shop's own id of it. */
  externalId: string | null;
  said: Partial<Omit<ProductState, "externalId" | "parentExternalId">>;
};

const LONGEST_ID = 100;
const LONGEST_ADDRESS = 2000;
const MOST_CATEGORIES = 50;
const MOST_PIECES = 2_000_000_000;

const readStatus = wordReader(
  {
    active: ["active", "aktif", "publish", "published", "dijual", "visible", "1", "true"],
    // WooCommerce writes -1 for a draft and 0 for what only members see.
    draft: ["draft", "draf", "pending", "hidden", "private", "-1", "0", "false"],
    archived: ["archived", "arkib", "diarkibkan", "inactive", "tidak aktif", "trash"],
  },
  "notStatus",
);

const readStock = wordReader(
  {
    in_stock: ["in stock", "ada stok", "instock", "ada", "available", "yes", "ya", "true", "1"],
    out_of_stock: [
      "out of stock",
      "habis",
      "outofstock",
      "tiada stok",
      "tiada",
      "sold out",
      "no",
      "tidak",
      "false",
      "0",
    ],
    on_backorder: ["on backorder", "pratempah", "onbackorder", "backorder", "pre order", "preorder"],
  },
  "notStatus",
);

/** Reads a row of a file of products; any problem rejects the whole row. Never throws. */
export function readProductRow(
  cellTexts: readonly string[],
  row: number,
  { settings, places }: ReadPlan,
): ReadRow<ProductRow> {
  const cells = openCells(cellTexts, places);
  const currency = readRowCurrency(cells, ["price"], settings);
  const quantity = readQuantity(cells);
  const stock = readStock(cells, "stock") ?? (quantity === null ? null : stockOf(quantity));
  const categories = readCategories(cells);
  const said = {
    name: cells.short("name", 500),
    sku: cells.short("sku", LONGEST_ID),
    priceMinor: currency === null ? null : readMinor(cells, "price", { decimal: settings.decimal, currency }),
    currency,
    status: readStatus(cells, "status"),
    stock,
    stockQuantity: quantity,
    url: readAddress(cells, "url"),
    imageUrl: readPicture(cells),
    categories: categories.length > 0 ? categories : null,
  };
  const externalId = cells.short("product", LONGEST_ID);
  if (cells.text(settings.key) === "") cells.wrong(settings.key, "keyMissing");
  const { problems } = cells;
  return { row, read: problems.length > 0 ? null : { row, externalId, said: filled(said) }, problems };
}

/** Without what the row leaves empty. */
function filled(
  said: { [K in keyof ProductRow["said"]]-?: ProductRow["said"][K] | null },
): ProductRow["said"] {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

function readQuantity(cells: RowCells): number | null {
  const text = cells.text("stockQuantity");
  if (text === "") return null;
  const decimal = readDecimal(text, null);
  const pieces = decimal === null ? null : scaleDecimal(decimal, 0);
  const isWhole = pieces !== null && Math.abs(pieces) <= MOST_PIECES;
  return isWhole ? pieces : cells.wrong("stockQuantity", "notNumber");
}

const stockOf = (quantity: number) => (quantity > 0 ? "in_stock" : "out_of_stock");

function readAddress(cells: RowCells, field: string): string | null {
  const text = cells.short(field, LONGEST_ADDRESS);
  return text === null || isWebAddress(text) ? text : cells.wrong(field, "notUrl");
}

/** The first, where a cell has the addresses of several. */
function readPicture(cells: RowCells): string | null {
  const [part = ""] = cells.text("imageUrl").split(/[,|](?=\s*https?:)/);
  const first = part.trimEnd();
  if (first === "" || first === cells.text("imageUrl")) return readAddress(cells, "imageUrl");
  const isPicture = first.length <= LONGEST_ADDRESS && isWebAddress(first);
  return isPicture ? first : cells.wrong("imageUrl", "notUrl");
}

function readCategories(cells: RowCells): string[] {
  const names = (cells.short("categories", LONGEST_ADDRESS) ?? "")
    .split(/[,;|\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  return [...new Set(names)].slice(0, MOST_CATEGORIES);
}
