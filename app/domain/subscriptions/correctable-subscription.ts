import type { SubscriptionState } from "~/connectors/canonical";

/** Fields of a shop's subscription that a person may set by hand. */
export const CORRECTABLE_SUBSCRIPTION = [
  "status",
  "currency",
  "amountMinor",
  "intervalCount",
  "intervalUnit",
  "nextPaymentAt",
  "cancelledAt",
  "endedAt",
  "paymentMethod",
] as const satisfies readonly (keyof SubscriptionState)[];

export type CorrectableSubscription = Pick<SubscriptionState, (typeof CORRECTABLE_SUBSCRIPTION)[number]>;

/** Of what a shop tells, the part that a person may have set otherwise. */
export function correctableOf(told: SubscriptionState): CorrectableSubscription {
  const { status, currency, amountMinor, intervalCount, intervalUnit } = told;
  const { nextPaymentAt, cancelledAt, endedAt, paymentMethod } = told;
  const terms = { status, currency, amountMinor, intervalCount, intervalUnit };
  return { ...terms, nextPaymentAt, cancelledAt, endedAt, paymentMethod };
}
