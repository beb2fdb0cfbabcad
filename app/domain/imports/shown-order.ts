import { decimalOf } from "~/lib/money";
import type { FileOrder } from "./known-order";
import { isLinked } from "./link-items";
import type { ShownFields } from "./record-decision";

/** What an order says, by a column's target, as a rehearsal shows it. */
export function shownOrder(order: FileOrder): ShownFields {
  const { person, shippingAddress: address, currency } = order;
  const money = (minor: number) => (minor === 0 ? null : `${currency} ${decimalOf(minor, currency)}`);
  const items = order.items.map(
    ({ quantity, name, totalMinor }) =>
      `${quantity} × ${name}${totalMinor > 0 ? ` (${money(totalMinor)})` : ""}`,
  );
  return {
    placedAt: order.placedAt,
    status: order.status,
    total: `${currency} ${decimalOf(order.totalMinor, currency)}`,
    tax: money(order.taxMinor),
    shipping: money(order.shippingMinor),
    discount: money(order.discountMinor),
    paid: money(order.paidMinor),
    paymentMethod: order.paymentMethod,
    cashOnDelivery: order.isCashOnDelivery ? "✓" : null,
    test: order.isTest ? "✓" : null,
    channel: order.channel,
    coupons: order.coupons.join(", ") || null,
    items: items.join("; ") || null,
    linked:
      order.items
        .filter(isLinked)
        .map(({ sku, name }) => sku ?? name)
        .join(", ") || null,
    number: person?.platformId ?? null,
    name: person?.name ?? null,
    email: person?.email ?? null,
    phone: person?.phone ?? null,
    company: person?.company ?? null,
    ...{ line1: address?.line1 ?? null, line2: address?.line2 ?? null, city: address?.city ?? null },
    ...{
      postcode: address?.postcode ?? null,
      state: address?.state ?? null,
      country: address?.country ?? null,
    },
  };
}
