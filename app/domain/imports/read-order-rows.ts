import type { PersonRef } from "~/connectors/canonical";
import { readYesNo } from "~/lib/read-yes-no";
import type { FileOrder } from "./known-order";
import { openOrderCells } from "./order-cells";
import { readOrderStatus } from "./order-status-words";
import type { ReadPlan, ReadRow } from "./read-customer-row";
import type { FileRow } from "./read-file-rows";
import { readInstant } from "./read-instant";
import { readMinor, readRowCurrency } from "./read-money-cells";
import { readItemCells, readItemsCell, type SaidItem } from "./read-order-items";
import { readPersonCells } from "./read-person-cells";
import type { RowCells } from "./row-cells";

/** What rows say about an order: only what stands in their cells. */
export type OrderRow = {
  /** The first of its rows. */
  row: number;
  /** As the file writes it. */
  number: string;
  person: PersonRef | null;
  items: SaidItem[];
  /** Whether the file has a column of totals: without one a total is the sum of its parts. */
  hasTotals: boolean;
  said: Partial<Omit<FileOrder, "externalId" | "number" | "person" | "items">>;
};

export type OrderReadPlan = ReadPlan & { timeZone: string };

const MOST_ITEMS = 500;
const MOST_COUPONS = 20;
const AMOUNTS = ["total", "tax", "shipping", "discount", "paid"] as const;
const MONEY = [...AMOUNTS, "itemTotal", "itemPrice"] as const;

/** Reads the rows of one order; any problem rejects the whole order. Never throws. */
export function readOrderRows(rows: readonly FileRow[], plan: OrderReadPlan): ReadRow<OrderRow> {
  const { settings } = plan;
  const { order, items: itemCells, problems, row } = openOrderCells(rows, plan.places);
  const number = order.short("order", 100);
  if (order.text("order") === "") order.wrong("order", "orderNumberMissing");
  const named = [order, ...itemCells].map((cells) => readRowCurrency(cells, MONEY, settings));
  const own = named.find((one) => one !== null);
  const currency = own ?? settings.currency;
  const money = { decimal: settings.decimal, currency };
  const status = readOrderStatus(order, "status");
  const amounts = readAmounts(order, money);
  const said = {
    ...amounts,
    status,
    sourceStatus: status && order.short("status", 100),
    currency: own ?? null,
    placedAt: readPlacedAt(order, plan),
    isTest: readFlag(order, "test"),
    isCashOnDelivery: readFlag(order, "cashOnDelivery"),
    paymentMethod: order.short("paymentMethod"),
    channel: order.short("channel", 100),
    coupons: readCoupons(order),
  };
  const inRows = itemCells.flatMap((cells) => readItemCells(cells, money) ?? []);
  const items = inRows.length > 0 ? inRows : readItemsCell(order);
  if (items.length > MOST_ITEMS) order.wrong("itemName", "tooManyItems", { most: MOST_ITEMS });
  const person = personOf(readPersonCells(order, settings.country));
  const found = problems();
  if (found.length > 0 || number === null) return { row, read: null, problems: found };
  const shippingAddress = person?.address ?? null;
  const hasTotals = plan.places.has("total");
  return {
    row,
    read: { row, number, person, items, hasTotals, said: filled({ ...said, shippingAddress }) },
    problems: [],
  };
}

type Said = { [K in keyof OrderRow["said"]]-?: OrderRow["said"][K] | null };

/** Without what the rows leave empty. */
function filled(said: Said): OrderRow["said"] {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}

function personOf(person: PersonRef): PersonRef | null {
  return Object.values(person).some((part) => part !== null) ? person : null;
}

function readAmounts(cells: RowCells, money: Parameters<typeof readMinor>[2]) {
  const [totalMinor, taxMinor, shippingMinor, discountMinor, paidMinor] = AMOUNTS.map((field) =>
    readMinor(cells, field, money),
  );
  return {
    totalMinor: totalMinor ?? null,
    taxMinor: taxMinor ?? null,
    shippingMinor: shippingMinor ?? null,
    discountMinor: discountMinor ?? null,
    paidMinor: paidMinor ?? null,
  };
}

function readPlacedAt(cells: RowCells, { settings, timeZone }: OrderReadPlan): string | null {
  const text = cells.text("placedAt");
  if (text === "") return null;
  return readInstant(text, settings.dateOrder, timeZone) ?? cells.wrong("placedAt", "notDate");
}

function readFlag(cells: RowCells, field: string): boolean | null {
  const text = cells.text(field);
  if (text === "") return null;
  if (/^(?:cod|cash on delivery)$/i.test(text)) return true;
  return readYesNo(text) ?? cells.wrong(field, "notYesNo");
}

function readCoupons(cells: RowCells): string[] | null {
  const codes = (cells.short("coupons", 1000) ?? "").split(/[,;|\n]/).map((code) => code.trim());
  const named = [...new Set(codes.filter(Boolean))].slice(0, MOST_COUPONS);
  return named.length > 0 ? named : null;
}
