import type { OrderState } from "~/connectors/canonical";

/**
 * Fields of a shop's order that a person may set by hand. When it was placed is none of them:
 * it dates the evidence of who bought.
 */
export const CORRECTABLE_ORDER = [
  "status",
  "currency",
  "totalMinor",
  "taxMinor",
  "shippingMinor",
  "discountMinor",
  "paidMinor",
  "paidAt",
  "isTest",
  "isCashOnDelivery",
  "paymentMethod",
] as const satisfies readonly (keyof OrderState)[];

export type CorrectableOrder = Pick<OrderState, (typeof CORRECTABLE_ORDER)[number]>;

/** Of what a shop tells, the part that a person may have set otherwise. */
export function correctableOf(told: OrderState): CorrectableOrder {
  const { status, currency, totalMinor, taxMinor, shippingMinor, discountMinor, paidMinor } = told;
  const { paidAt, isTest, isCashOnDelivery, paymentMethod } = told;
  const money = { currency, totalMinor, taxMinor, shippingMinor, discountMinor, paidMinor };
  return { status, ...money, paidAt, isTest, isCashOnDelivery, paymentMethod };
}
