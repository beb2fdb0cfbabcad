import type { CheckoutState } from "../canonical";
import { personOrNull } from "../person";
import { addressOf, personOf } from "./buyer";
import type { Checkout } from "./checkout-schema";
import type { ShoppegoEvent } from "./events";
import { toItem } from "./item";

/** Shoppego calls a checkout abandoned when nobody has done anything in it for so long. */
const ABANDONED_AFTER_MS = 60 * 60_000;

/** A checkout that is open or was left. Its states have no time of their own. */
export function toCheckoutState(checkout: Checkout, event: ShoppegoEvent, receivedAt: string): CheckoutState {
  const { id, currency, totalMinor, customer, shipping_address: shipping } = checkout;
  const address = shipping && addressOf(shipping);
  const pause = event === "checkout_abandoned" ? ABANDONED_AFTER_MS : 0;
  const lastAt = new Date(Date.parse(receivedAt) - pause).toISOString();
  const startedAt = checkout.created_at ?? lastAt;
  return {
    externalId: id,
    number: id,
    currency,
    totalMinor,
    startedAt,
    // A clock of the shop's own may run ahead of ours.
    activeAt: Date.parse(startedAt) > Date.parse(lastAt) ? startedAt : lastAt,
    completedAt: null,
    person: personOrNull(personOf(customer, shipping, address)),
    shippingAddress: address,
    items: (checkout.items ?? []).map((line, index) => {
      const { name, sku, productExternalId, quantity, totalMinor: lineMinor } = toItem(line, index, currency);
      return { name, sku, productExternalId, quantity, totalMinor: lineMinor };
    }),
  };
}
