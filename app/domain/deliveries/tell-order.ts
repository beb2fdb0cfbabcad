import {
  type CanonicalEvent,
  ORDER_STATUS_RANK,
  type OrderState,
  type RefundFact,
} from "~/connectors/canonical";
import { compareByStatus, compareVersions, type Version } from "~/domain/orders/order-version";
import { compareTexts } from "~/lib/compare-texts";
import { type BatchDraft, type DraftOrder, erasedUntil } from "./batch-draft";
import { isFromFile } from "./file-records";
import { takeOverOrder } from "./take-over-record";
import { completeCheckout } from "./tell-checkout";
import type { EventEffect } from "./tell-event";
import { type Telling, tellPerson } from "./tell-person";
import { isRemoved, tellRemoved, tellRestored } from "./tell-removal";
import type { ToldEvent } from "./told-event";

/**
 * Applies a state of an order. An older state than the one in force changes no
 * field, but is evidence of its buyer, of a status the order was in and, where
 * refunds add up, of refunds.
 */
export function tellOrderState(
  draft: BatchDraft,
  told: ToldEvent,
  event: Extract<CanonicalEvent, { kind: "order.state" }>,
): EventEffect {
  const { order: state } = event;
  const buyer = tellPerson(draft, told.evidence, erasedUntil(draft, state.externalId));
  const version = { at: told.time, rank: ORDER_STATUS_RANK[state.status], hash: told.bodyHash };
  const known = takeOverOrder(draft, state) ?? draft.orders.get(state.externalId);
  const compare = event.isOrderedByStatus ? compareByStatus : compareVersions;
  const isStale = known !== undefined && !isFromFile(known.version) && compare(version, known.version) < 0;
  const order = isStale ? known : stateInForce(draft, told, state, version, buyer);
  draft.orders.set(state.externalId, order);

  draft.statusChanges.push({
    orderId: order.id,
    at: told.time,
    status: state.status,
    sourceStatus: state.sourceStatus,
  });
  if (event.isRestored) tellRestored(draft, "order", state.externalId, told.receivedAt);
  if (!isStale && state.areRefundsComplete) replaceRefunds(draft, state);
  if (!state.areRefundsComplete) for (const refund of state.refunds) addRefund(draft, refund);
  settleOrder(draft, state.externalId);
  if (!isStale) completeCheckout(draft, order.id, state);
  return {
    outcome: isStale ? "stale" : "applied",
    changed: ["orders", "customers"],
    isWithheld: buyer.isWithheld,
  };
}

export function tellOrderRemoved(draft: BatchDraft, told: ToldEvent, externalId: string): EventEffect {
  tellRemoved(draft, "order", externalId, told.receivedAt);
  settleOrder(draft, externalId);
  const order = draft.orders.get(externalId);
  const isStale = order !== undefined && order.removedAt === null;
  return { outcome: isStale ? "stale" : "applied", changed: ["orders", "customers"], isWithheld: false };
}

export function tellRefund(draft: BatchDraft, refund: RefundFact): EventEffect {
  addRefund(draft, refund);
  settleOrder(draft, refund.orderExternalId);
  return { outcome: "applied", changed: ["orders", "customers"], isWithheld: false };
}

function stateInForce(
  draft: BatchDraft,
  told: ToldEvent,
  state: OrderState,
  version: Version,
  buyer: Telling,
): DraftOrder {
  const known = draft.orders.get(state.externalId);
  const { person, shippingAddress } = state;
  return {
    id: known?.id ?? draft.newId(),
    externalId: state.externalId,
    version,
    currency: currencyOf(state, known),
    placedAt: state.placedAt,
    refundedMinor: known?.refundedMinor ?? 0,
    removedAt: known?.removedAt ?? null,
    erasedAt: buyer.erasedAt,
    corrections: known?.corrections ?? {},
    identity: buyer.identity,
    customerBefore: known?.customerBefore ?? null,
    told: state,
    contact: buyer.erasedAt ? null : { person, shippingAddress },
    firstToldBy: known ? known.firstToldBy : told.deliveryId,
    isChanged: true,
  };
}

/** Amounts that a person set hold their currency. */
function currencyOf(state: OrderState, known: DraftOrder | undefined): string {
  const corrected = known?.corrections.currency?.value;
  return typeof corrected === "string" ? corrected : state.currency;
}

/** The whole list, as the state in force tells it: what it leaves out was deleted. */
function replaceRefunds(draft: BatchDraft, state: OrderState): void {
  const kept = new Set(state.refunds.map((refund) => refund.externalId));
  for (const [externalId, refund] of draft.refunds) {
    if (refund.orderExternalId !== state.externalId || refund.isDeleted) continue;
    if (!kept.has(externalId)) draft.refunds.set(externalId, { ...refund, isDeleted: true, isChanged: true });
  }
  for (const refund of state.refunds) setRefund(draft, refund);
}

/** Two tellings of one refund may differ: the one that sorts last stands, whichever came first. */
function addRefund(draft: BatchDraft, refund: RefundFact): void {
  const known = draft.refunds.get(refund.externalId);
  if (!known || known.isDeleted || compareTexts(refundText(refund), refundText(known)) > 0) {
    setRefund(draft, refund);
  }
}

function setRefund(draft: BatchDraft, refund: RefundFact): void {
  const known = draft.refunds.get(refund.externalId);
  if (known && !known.isDeleted && refundText(known) === refundText(refund)) return;
  draft.refunds.set(refund.externalId, {
    ...refund,
    id: known?.id ?? draft.newId(),
    orderId: known?.orderId ?? null,
    isDeleted: false,
    isChanged: true,
  });
}

function refundText({ refundedAt, amountMinor, currency, reason }: RefundFact): string {
  return JSON.stringify([refundedAt ?? "", String(amountMinor).padStart(16, "0"), currency, reason ?? ""]);
}

/** What follows from an order's refunds and removals, once either or the order itself has changed. */
function settleOrder(draft: BatchDraft, externalId: string): void {
  const order = draft.orders.get(externalId);
  if (!order) return;
  let refundedMinor = 0;
  for (const refund of draft.refunds.values()) {
    if (refund.orderExternalId !== externalId) continue;
    if (refund.orderId !== order.id) {
      draft.refunds.set(refund.externalId, { ...refund, orderId: order.id, isChanged: true });
    }
    if (!refund.isDeleted && refund.currency === order.currency) refundedMinor += refund.amountMinor;
  }
  const removedAt = isRemoved(draft, "order", externalId, order.version.at);
  const isSame = refundedMinor === order.refundedMinor && removedAt === order.removedAt;
  draft.orders.set(externalId, {
    ...order,
    refundedMinor,
    removedAt,
    isChanged: order.isChanged || !isSame,
  });
}
