import type { OrderItem, PersonRef } from "~/connectors/canonical";
import { sumMinorUnits } from "~/lib/money";
import { fileRecordId } from "../deliveries/file-records";
import type { FileOrder } from "./known-order";
import { mergeOrderItems } from "./merge-order-items";
import type { OrderRow } from "./read-order-rows";

const PAID: readonly string[] = ["paid", "fulfilled", "refunded"];

type Costs = Pick<FileOrder, "items" | "taxMinor" | "shippingMinor" | "discountMinor">;

/**
 * An order with what its rows say over what is known; blanks erase nothing. Null when a new
 * one lacks its date, or its total together with the prices of its items. `isSameFile`: what is
 * known was said further up in the file.
 */
export function overOrder(was: FileOrder | null, row: OrderRow, isSameFile: boolean): FileOrder | null {
  const { said } = row;
  const costs: Costs = {
    items: mergeOrderItems(was?.items ?? [], row.items, isSameFile),
    taxMinor: said.taxMinor ?? was?.taxMinor ?? 0,
    shippingMinor: said.shippingMinor ?? was?.shippingMinor ?? 0,
    discountMinor: said.discountMinor ?? was?.discountMinor ?? 0,
  };
  const { placedAt = was?.placedAt, status = was?.status ?? "paid" } = said;
  const totalMinor = said.totalMinor ?? unsaidTotal(was, row, costs);
  const currency = was && said.totalMinor === undefined ? was.currency : (said.currency ?? was?.currency);
  if (placedAt === undefined || totalMinor === null || currency === undefined) return null;
  const address = said.shippingAddress ?? was?.shippingAddress ?? null;
  const isPaidApart = was !== null && was.paidMinor !== wholeIfPaid(was);
  return {
    externalId: was?.externalId ?? fileRecordId(row.number),
    number: was?.number ?? row.number,
    status,
    sourceStatus: said.sourceStatus ?? was?.sourceStatus ?? status,
    currency,
    totalMinor,
    taxMinor: costs.taxMinor,
    shippingMinor: costs.shippingMinor,
    discountMinor: costs.discountMinor,
    paidMinor: said.paidMinor ?? (isPaidApart ? was.paidMinor : wholeIfPaid({ status, totalMinor })),
    placedAt,
    isTest: said.isTest ?? was?.isTest ?? false,
    isCashOnDelivery: said.isCashOnDelivery ?? was?.isCashOnDelivery ?? false,
    paymentMethod: said.paymentMethod ?? was?.paymentMethod ?? null,
    coupons: said.coupons ?? was?.coupons ?? [],
    channel: said.channel ?? was?.channel ?? null,
    person: overPerson(was?.person ?? null, row.person),
    shippingAddress: address,
    items: costs.items,
  };
}

/** What was paid, where the file does not say: all of it in the statuses that mean so. */
const wholeIfPaid = ({ status, totalMinor }: Pick<FileOrder, "status" | "totalMinor">) =>
  PAID.includes(status) ? totalMinor : 0;

/** A total that is the sum of its parts goes on being so, where the file does not say totals. */
function unsaidTotal(was: FileOrder | null, { items, hasTotals }: OrderRow, costs: Costs): number | null {
  if (was) return !hasTotals && was.totalMinor === sumOf(was) ? sumOf(costs) : was.totalMinor;
  return items.some(({ totalMinor }) => totalMinor !== null) ? sumOf(costs) : null;
}

function sumOf({ items, taxMinor, shippingMinor, discountMinor }: Costs): number {
  const whole = items.map((item: OrderItem) => item.totalMinor);
  return Math.max(0, sumMinorUnits([...whole, taxMinor, shippingMinor, -discountMinor]));
}

/** Another email is another buyer, of whom nothing is known but what the row says. */
function overPerson(was: PersonRef | null, said: PersonRef | null): PersonRef | null {
  if (!was || !said) return said ?? was;
  if (said.email !== null && said.email !== was.email) return said;
  return {
    platformId: said.platformId ?? was.platformId,
    email: was.email,
    phone: said.phone ?? was.phone,
    name: said.name ?? was.name,
    company: said.company ?? was.company,
    address: said.address ?? was.address,
  };
}
