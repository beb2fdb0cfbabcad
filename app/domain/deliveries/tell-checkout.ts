import type { CheckoutState, OrderState } from "~/connectors/canonical";
import { addVisit } from "~/domain/checkouts/visits";
import { type IdentityKey, identitiesOf, keyText } from "~/domain/customers/identity-key";
import { compareVersions } from "~/domain/orders/order-version";
import { compareTexts } from "~/lib/compare-texts";
import { type BatchDraft, type DraftCheckout, erasedUntil } from "./batch-draft";
import type { EventEffect } from "./tell-event";
import { isRemoved, tellRemoved } from "./tell-removal";
import type { ToldEvent } from "./told-event";

/**
 * Applies a state of a checkout. It is no evidence of a person: whoever left it has agreed to
 * nothing. Each state, an older one too, says when somebody was busy in it.
 */
export function tellCheckoutState(draft: BatchDraft, told: ToldEvent, state: CheckoutState): EventEffect {
  const { externalId } = state;
  const keys = identitiesOf(state.person, draft.shopId);
  const { erasedAt, isWithheld } = erasureOf(draft, keys, state.startedAt);
  const version = { at: told.time, rank: 0, hash: told.bodyHash };
  const known = draft.checkouts.get(externalId);
  const isStale = known !== undefined && compareVersions(version, known.version) < 0;
  const visits = addVisit(known?.visits ?? [], new Date(state.activeAt).toISOString());
  const checkout: DraftCheckout = isStale
    ? { ...known, visits, isChanged: true }
    : {
        id: known?.id ?? draft.newId(),
        externalId,
        version,
        personKey: erasedAt || !keys[0] ? null : keyText(keys[0]),
        visits,
        completedAt: state.completedAt,
        orderId: null,
        removedAt: known?.removedAt ?? null,
        erasedAt,
        told: erasedAt ? { ...state, person: null, shippingAddress: null } : state,
        isChanged: true,
      };
  draft.checkouts.set(externalId, checkout);
  settleCheckout(draft, externalId);
  return { outcome: isStale ? "stale" : "applied", changed: ["orders"], isWithheld };
}

export function tellCheckoutRemoved(draft: BatchDraft, told: ToldEvent, externalId: string): EventEffect {
  tellRemoved(draft, "checkout", externalId, told.receivedAt);
  settleCheckout(draft, externalId);
  return { outcome: "applied", changed: ["orders"], isWithheld: false };
}

/** What an order says of the checkout that it completed. */
export function completeCheckout(draft: BatchDraft, orderId: string, state: OrderState): void {
  const { externalId, placedAt } = state;
  const checkoutExternalId =
    state.checkoutExternalId ?? draft.completing.get(externalId)?.checkoutExternalId ?? null;
  if (checkoutExternalId === null) return;
  const at = new Date(placedAt).toISOString();
  draft.completing.set(externalId, { id: orderId, externalId, checkoutExternalId, placedAt: at });
  settleCheckout(draft, checkoutExternalId);
}

/**
 * `erasedAt`: until when whoever it is about is erased, if that covers it; its strongest identity
 * says who that is, and its email. `isWithheld`: whether it names anybody who is erased.
 */
function erasureOf(draft: BatchDraft, keys: readonly IdentityKey[], startedAt: string) {
  const at = new Date(startedAt).toISOString();
  const shop = erasedUntil(draft);
  const until = (key: IdentityKey) => draft.tombstones.get(keyText(key)) ?? "";
  const own = keys.filter((key, i) => i === 0 || key.kind === "email").map(until);
  const last = [shop, ...own].sort(compareTexts).at(-1) ?? "";
  return {
    erasedAt: last >= at ? last : null,
    isWithheld: [shop, ...keys.map(until)].some((one) => one >= at),
  };
}

/** What follows from the orders that name a checkout, and from its removal. */
function settleCheckout(draft: BatchDraft, externalId: string): void {
  const checkout = draft.checkouts.get(externalId);
  if (!checkout) return;
  const [order] = [...draft.completing.values()]
    .filter((one) => one.checkoutExternalId === externalId)
    .sort((a, b) => compareTexts(a.placedAt, b.placedAt) || compareTexts(a.externalId, b.externalId));
  const settled = {
    completedAt: order?.placedAt ?? checkout.completedAt,
    orderId: order?.id ?? checkout.orderId,
    removedAt: isRemoved(draft, "checkout", externalId, checkout.version.at),
  };
  const isSame =
    settled.completedAt === checkout.completedAt &&
    settled.orderId === checkout.orderId &&
    settled.removedAt === checkout.removedAt;
  draft.checkouts.set(externalId, { ...checkout, ...settled, isChanged: checkout.isChanged || !isSame });
}
