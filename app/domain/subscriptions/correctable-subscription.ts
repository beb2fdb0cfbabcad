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
] as const;
