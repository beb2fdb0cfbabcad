import type { SubscriptionState, SubscriptionStatus } from "../canonical";
import { personOrNull } from "../person";
import { billingPerson } from "./contact";
import { toOrderItem } from "./order-state";
import type { WooSubscription } from "./subscription-schema";

const STATUSES: ReadonlyMap<string, SubscriptionStatus> = new Map([
  ["pending", "pending"],
  ["active", "active"],
  ["on-hold", "on_hold"],
  ["pending-cancel", "pending_cancel"],
  ["cancelled", "cancelled"],
  ["trash", "cancelled"],
  // Another one took its place.
  ["switched", "cancelled"],
  ["expired", "expired"],
]);

/** The subscription as the Subscriptions plugin describes it. */
export function toSubscriptionState(subscription: WooSubscription): SubscriptionState {
  const { id, currency, billing_interval: interval, startedAt } = subscription;
  const sourceStatus = subscription.status?.toLowerCase().replace(/^wc-/, "") ?? "unknown";
  return {
    externalId: id,
    number: subscription.number ?? id,
    status: statusOf(subscription, sourceStatus),
    sourceStatus,
    currency,
    amountMinor: subscription.amountMinor,
    intervalCount: interval !== null && Number.isInteger(interval) && interval >= 1 ? interval : 1,
    intervalUnit: subscription.billing_period,
    startedAt,
    trialEndsAt: subscription.trial_end_date_gmt,
    nextPaymentAt: subscription.next_payment_date_gmt,
    lastPaymentAt: subscription.last_payment_date_gmt,
    cancelledAt: subscription.cancelled_date_gmt,
    endedAt: subscription.end_date_gmt,
    paymentMethod: subscription.payment_method_title ?? subscription.payment_method,
    parentOrderExternalId: subscription.parent_id,
    person: personOrNull(billingPerson(subscription.customer_id, subscription.billing)),
    items: (subscription.line_items ?? []).map((item, index) => {
      const { name, sku, productExternalId, quantity, totalMinor } = toOrderItem(item, index, currency);
      return { name, sku, productExternalId, quantity, totalMinor };
    }),
  };
}

/** The plugin calls a trial active too. A status of another plugin waits on hold. */
function statusOf(subscription: WooSubscription, sourceStatus: string): SubscriptionStatus {
  const { trial_end_date_gmt: trialEnd, date_modified_gmt, date_modified, startedAt } = subscription;
  const status = STATUSES.get(sourceStatus) ?? "on_hold";
  const toldAt = date_modified_gmt ?? date_modified ?? startedAt;
  return status === "active" && trialEnd !== null && trialEnd > toldAt ? "trial" : status;
}
