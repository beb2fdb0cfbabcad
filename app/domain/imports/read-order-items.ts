import type { OrderItem } from "~/connectors/canonical";
import { readDecimal } from "~/lib/read-decimal";
import type { ImportSettings } from "./import.schema";
import { readMinor } from "./read-money-cells";
import type { RowCells } from "./row-cells";

/** An item without its place in the order. `totalMinor` is null where the file has no price of it. */
export type SaidItem = Pick<OrderItem, "name" | "sku" | "quantity"> & { totalMinor: number | null };

type Money = { decimal: ImportSettings["decimal"]; currency: string };

const LONGEST_NAME = 500;
const QUANTITY_FIRST = /^(\d{1,6})\s?[x×*]\s?(.+)$/i;
const QUANTITY_LAST = /^(.+?)\s?(?:[x×*]\s?(\d{1,6})|\((\d{1,6})\))$/i;

/** The item of a row, one item per row; null where the row names none. */
export function readItemCells(cells: RowCells, money: Money): SaidItem | null {
  const [sku, name] = [cells.short("itemSku", 100), cells.short("itemName", LONGEST_NAME)];
  const quantity = readQuantity(cells);
  const total = readMinor(cells, "itemTotal", money);
  const price = readMinor(cells, "itemPrice", money);
  if (sku === null && name === null) return null;
  const whole = price === null ? null : multiply(price, quantity);
  return { name: name ?? sku ?? "", sku, quantity, totalMinor: total ?? whole };
}

/** All items in one cell, as "2 × Sambal; Rendang (3)" or one below the other. Their prices are not known. */
export function readItemsCell(cells: RowCells): SaidItem[] {
  const text = cells.short("items", 5000) ?? "";
  const parts = /[;\n|]/.test(text) ? text.split(/[;\n|]/) : text.split(",");
  return parts.map((part) => part.trim()).flatMap((part) => (part === "" ? [] : itemOf(part)));
}

function itemOf(part: string): SaidItem {
  const first = QUANTITY_FIRST.exec(part);
  const last = first ? null : QUANTITY_LAST.exec(part);
  const name = first?.[2] ?? last?.[1] ?? part;
  const quantity = Number(first?.[1] ?? last?.[2] ?? last?.[3] ?? 1);
  return { name: name.slice(0, LONGEST_NAME), sku: null, quantity, totalMinor: null };
}

function readQuantity(cells: RowCells): number {
  const text = cells.text("itemQuantity");
  if (text === "") return 1;
  const decimal = readDecimal(text, null);
  const quantity = decimal === null ? Number.NaN : Number(decimal);
  if (quantity >= 0 && quantity <= 1_000_000) return quantity;
  cells.wrong("itemQuantity", "notNumber");
  return 1;
}

/** To the nearest minor unit: quantities may be of a kilogram. */
const multiply = (priceMinor: number, quantity: number) => Math.round(priceMinor * quantity);
