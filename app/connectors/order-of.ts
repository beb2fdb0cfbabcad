import { type OrderState, REVENUE_STATUSES } from "./canonical";

/** What every platform's order has; the rest says less than a shop's own order would. */
type OrderFacts = Partial<OrderState> &
  Pick<
    OrderState,
    "externalId" | "number" | "status" | "sourceStatus" | "currency" | "totalMinor" | "placedAt"
  >;

/** An order of a platform that tells little: what it leaves out is nothing, and a settled order is paid in full. */
export function orderOf(facts: OrderFacts): OrderState {
  const isSettled = REVENUE_STATUSES.includes(facts.status);
  return {
    taxMinor: 0,
    shippingMinor: 0,
    discountMinor: 0,
    paidMinor: isSettled ? facts.totalMinor : 0,
    paidAt: null,
    fulfilledAt: null,
    cancelledAt: null,
    isTest: false,
    isCashOnDelivery: false,
    paymentMethod: null,
    coupons: [],
    channel: null,
    checkoutExternalId: null,
    subscriptionExternalId: null,
    person: null,
    shippingAddress: null,
    items: [],
    refunds: [],
    areRefundsComplete: false,
    consents: [],
    ...facts,
  };
}

/** One piece of something that the platform only names. */
export function singleItem(name: string, totalMinor: number): OrderState["items"] {
  return [
    {
      externalId: "line-1",
      productExternalId: null,
      variantExternalId: null,
      sku: null,
      name,
      quantity: 1,
      totalMinor,
      taxMinor: 0,
    },
  ];
}
