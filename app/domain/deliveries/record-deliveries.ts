import type { BatchDraft } from "./batch-draft";
import type { ChangeKind, ReceivedDelivery } from "./delivery.schema";
import type { DeliveryRecord } from "./delivery-record";
import type { Interpreted } from "./interpret-delivery";
import { type EventEffect, tellEvent } from "./tell-event";
import type { ToldEvent } from "./told-event";
import { shopTombstone, subjectTombstone } from "./tombstone-texts";

/** Applies each delivery's events to the draft, oldest delivery first, and says what became of it. */
export function recordDeliveries(
  draft: BatchDraft,
  deliveries: readonly Interpreted[],
  told: readonly ToldEvent[],
): DeliveryRecord[] {
  const ofDelivery = new Map<string, ToldEvent[]>();
  for (const event of told) {
    ofDelivery.set(event.deliveryId, [...(ofDelivery.get(event.deliveryId) ?? []), event]);
  }
  return deliveries.map(({ delivery, verdict }) => {
    const effects = (ofDelivery.get(delivery.id) ?? []).map((event) => tellEvent(draft, event));
    const isWithheld = effects.some((effect) => effect.isWithheld) || isAboutErased(draft, delivery);
    const changed = [...new Set(effects.flatMap((effect): ChangeKind[] => effect.changed))];
    return { delivery, detail: null, ...(verdict ?? conclude(effects)), changed, isWithheld };
  });
}

function conclude(effects: readonly EventEffect[]): Pick<DeliveryRecord, "outcome" | "reason"> {
  if (effects.length === 0) return { outcome: "ignored", reason: "nothing_to_apply" };
  const isStale = effects.every(({ outcome }) => outcome === "stale");
  return isStale ? { outcome: "stale", reason: "older_state" } : { outcome: "applied", reason: null };
}

/** Also what could not be read must not be kept of someone who was erased. */
function isAboutErased(
  { tombstones, shopId }: BatchDraft,
  { subject, receivedAt }: ReceivedDelivery,
): boolean {
  const text = subjectTombstone(shopId, subject);
  const until = [text && tombstones.get(text), tombstones.get(shopTombstone(shopId))];
  return until.some((erasedAt) => erasedAt && erasedAt >= new Date(receivedAt).toISOString());
}
