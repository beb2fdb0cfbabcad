import type {
  CheckoutState,
  CustomerState,
  OrderState,
  PersonRef,
  ProductState,
  SubscriptionState,
} from "~/connectors/canonical";

/** Somebody of whom only the given parts are known. */
export function person(given: Partial<PersonRef> = {}): PersonRef {
  return { platformId: null, email: null, phone: null, name: null, company: null, address: null, ...given };
}

/** A paid order of RM 50 without items, refunds or buyer, but for what is given. */
export function orderState(given: Partial<OrderState> = {}): OrderState {
  return {
    externalId: "727",
    number: "727",
    status: "paid",
    sourceStatus: "processing",
    currency: "MYR",
    totalMinor: 5000,
    taxMinor: 0,
    shippingMinor: 0,
    discountMinor: 0,
    paidMinor: 5000,
    placedAt: "2026-11-20T02:00:00.000Z",
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
    ...given,
  };
}

export function customerState(given: Partial<CustomerState> & { externalId: string }): CustomerState {
  return { person: person(), createdAt: "2026-11-01T02:00:00.000Z", consents: [], ...given };
}

export function productState(given: Partial<ProductState> = {}): ProductState {
  return {
    externalId: "9",
    parentExternalId: null,
    name: "Sambal",
    sku: null,
    priceMinor: 1290,
    currency: null,
    status: "active",
    stock: "in_stock",
    stockQuantity: null,
    url: null,
    imageUrl: null,
    categories: [],
    ...given,
  };
}

/** An active monthly subscription of RM 39 without a subscriber, but for what is given. */
export function subscriptionState(given: Partial<SubscriptionState> = {}): SubscriptionState {
  return {
    externalId: "1300",
    number: "1300",
    status: "active",
    sourceStatus: "active",
    currency: "MYR",
    amountMinor: 3900,
    intervalCount: 1,
    intervalUnit: "month",
    startedAt: "2026-11-03T00:00:00.000Z",
    trialEndsAt: null,
    nextPaymentAt: null,
    lastPaymentAt: null,
    cancelledAt: null,
    endedAt: null,
    paymentMethod: null,
    parentOrderExternalId: null,
    person: null,
    items: [],
    ...given,
  };
}

/** A checkout over RM 50 in which nobody is named, but for what is given. */
export function checkoutState(given: Partial<CheckoutState> = {}): CheckoutState {
  const startedAt = given.startedAt ?? "2026-11-03T00:00:00.000Z";
  return {
    externalId: "501",
    number: "501",
    currency: "MYR",
    totalMinor: 5000,
    activeAt: startedAt,
    completedAt: null,
    person: null,
    shippingAddress: null,
    items: [],
    ...given,
    startedAt,
  };
}
