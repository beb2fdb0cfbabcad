import { type CanonicalEvent, SUBSCRIPTION_STATUS_RANK } from "~/connectors/canonical";
import { compareVersions } from "~/domain/orders/order-version";
import { type BatchDraft, erasedUntil } from "./batch-draft";
import type { EventEffect } from "./tell-event";
import { tellPerson } from "./tell-person";
import { isRemoved, tellRemoved, tellRestored } from "./tell-removal";
import type { ToldEvent } from "./told-event";

/** Applies a state of a subscription: an older one than that in force is evidence of its subscriber alone. */
export function tellSubscriptionState(
  draft: BatchDraft,
  told: ToldEvent,
  { subscription: state, isRestored }: Extract<CanonicalEvent, { kind: "subscription.state" }>,
): EventEffect {
  const { externalId, status } = state;
  const { identity, erasedAt, isWithheld } = tellPerson(draft, told.evidence, erasedUntil(draft));
  const version = { at: told.time, rank: SUBSCRIPTION_STATUS_RANK[status], hash: told.bodyHash };
  const known = draft.subscriptions.get(externalId);
  const isStale = known !== undefined && compareVersions(version, known.version) < 0;
  if (!isStale) {
    draft.subscriptions.set(externalId, {
      id: known?.id ?? draft.newId(),
      externalId,
      version,
      removedAt: known?.removedAt ?? null,
      erasedAt,
      corrections: known?.corrections ?? {},
      identity,
      told: erasedAt ? { ...state, person: null } : state,
      isChanged: true,
    });
  }
  if (isRestored) tellRestored(draft, "subscription", externalId, told.receivedAt);
  settleSubscription(draft, externalId);
  return { outcome: isStale ? "stale" : "applied", changed: ["customers"], isWithheld };
}

export function tellSubscriptionRemoved(draft: BatchDraft, told: ToldEvent, externalId: string): EventEffect {
  tellRemoved(draft, "subscription", externalId, told.receivedAt);
  settleSubscription(draft, externalId);
  const subscription = draft.subscriptions.get(externalId);
  const isStale = subscription !== undefined && subscription.removedAt === null;
  return { outcome: isStale ? "stale" : "applied", changed: ["customers"], isWithheld: false };
}

function settleSubscription(draft: BatchDraft, externalId: string): void {
  const subscription = draft.subscriptions.get(externalId);
  if (!subscription) return;
  const removedAt = isRemoved(draft, "subscription", externalId, subscription.version.at);
  if (removedAt === subscription.removedAt) return;
  draft.subscriptions.set(externalId, { ...subscription, removedAt, isChanged: true });
}
