/**
 * The canonical form: what a delivery says, free of any platform's wire format.
 * Connectors produce it, ingestion consumes it. Everything here is plain JSON.
 *
 * Units: money is integer minor units beside its ISO 4217 currency; times are
 * ISO 8601 UTC strings with `Z`; texts are trimmed and never empty (absent is `null`).
 */

export type OrderStatus =
  | "draft"
  | "pending"
  | "on_hold"
  | "paid"
  | "fulfilled"
  | "cancelled"
  | "failed"
  | "refunded";

export type Address = {
  line1: string | null;
  line2: string | null;
  city: string | null;
  /** Malaysian states as ISO-like codes (SGR, KUL…), anything else as sent. */
  state: string | null;
  postcode: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
};

/** How an event names a person. Any part may be missing; all parts missing is `null` at the owner. */
export type PersonRef = {
  /** The platform's customer id as text, never "0". */
  platformId: string | null;
  /** As typed, trimmed; normalization happens in identity resolution. */
  email: string | null;
  /** As typed, trimmed. */
  phone: string | null;
  name: string | null;
  company: string | null;
  address: Address | null;
};

export type ConsentChannel = "email" | "whatsapp" | "sms";
export type ConsentState = "subscribed" | "unsubscribed" | "pending" | "never";

export type ConsentFact = {
  channel: ConsentChannel;
  purpose: "marketing";
  state: ConsentState;
  /** When the person decided, as the platform says; null when unknown. */
  decidedAt: string | null;
  /** For example `single_opt_in`, as the platform says. */
  optInLevel: string | null;
};

export type OrderItem = {
  externalId: string;
  productExternalId: string | null;
  variantExternalId: string | null;
  sku: string | null;
  name: string;
  quantity: number;
  /** What the line costs after discounts, before tax. */
  totalMinor: number;
  taxMinor: number;
};

export type RefundFact = {
  externalId: string;
  orderExternalId: string;
  /** Positive. */
  amountMinor: number;
  currency: string;
  reason: string | null;
  refundedAt: string | null;
};

export type OrderState = {
  externalId: string;
  /** What people call it ("1024", "#1024"). */
  number: string;
  status: OrderStatus;
  /** The platform's own word for the status. */
  sourceStatus: string;
  currency: string;
  totalMinor: number;
  taxMinor: number;
  shippingMinor: number;
  discountMinor: number;
  /** What has been paid so far, before refunds. */
  paidMinor: number;
  placedAt: string;
  paidAt: string | null;
  fulfilledAt: string | null;
  cancelledAt: string | null;
  isTest: boolean;
  isCashOnDelivery: boolean;
  paymentMethod: string | null;
  coupons: string[];
  /** `web`, `admin`, `subscription`, `pos`… as the platform says. */
  channel: string | null;
  /** The checkout that it completed. */
  checkoutExternalId: string | null;
  /** The subscription that it pays for, where the order says so itself. */
  subscriptionExternalId: string | null;
  person: PersonRef | null;
  shippingAddress: Address | null;
  items: OrderItem[];
  refunds: RefundFact[];
  /** True when `refunds` is the whole list (an absent refund was deleted); false when it only adds. */
  areRefundsComplete: boolean;
  consents: ConsentFact[];
};

/** What a subscription or a checkout is for. */
export type LineItem = {
  name: string;
  sku: string | null;
  /** Null when it is none of the catalogue. */
  productExternalId: string | null;
  quantity: number;
  /** What the line costs after discounts, before tax; of a subscription each time. */
  totalMinor: number;
};

export type SubscriptionStatus =
  | "pending"
  | "trial"
  | "active"
  | "on_hold"
  | "pending_cancel"
  | "cancelled"
  | "expired";

/** A customer's recurring order. */
export type SubscriptionState = {
  externalId: string;
  /** What people call it. */
  number: string;
  status: SubscriptionStatus;
  /** The platform's own word for the status. */
  sourceStatus: string;
  currency: string;
  /** What each payment comes to. */
  amountMinor: number;
  /** Paid every so many days, weeks, months or years; at least 1. */
  intervalCount: number;
  intervalUnit: "day" | "week" | "month" | "year";
  startedAt: string;
  trialEndsAt: string | null;
  /** Null when no further payment is due. */
  nextPaymentAt: string | null;
  lastPaymentAt: string | null;
  cancelledAt: string | null;
  endedAt: string | null;
  paymentMethod: string | null;
  /** The order that it began with. */
  parentOrderExternalId: string | null;
  person: PersonRef | null;
  items: LineItem[];
};

/**
 * What somebody put together and began to pay for. Whether they left it follows from
 * `activeAt` and from the order that names it, never from what a platform calls it.
 */
export type CheckoutState = {
  externalId: string;
  /** What people call it. */
  number: string;
  currency: string;
  totalMinor: number;
  startedAt: string;
  /** When the buyer last did something in it, as this state knows. */
  activeAt: string;
  /** When it became an order, if the state says so. */
  completedAt: string | null;
  person: PersonRef | null;
  shippingAddress: Address | null;
  items: LineItem[];
};

export type CustomerState = {
  externalId: string;
  person: PersonRef;
  createdAt: string | null;
  consents: ConsentFact[];
};

export type ProductState = {
  externalId: string;
  parentExternalId: string | null;
  name: string;
  sku: string | null;
  /**
   * The lowest when its variants differ; null when the platform has no price for
   * it or more than one currency applies. In hundredths when `currency` is null.
   */
  priceMinor: number | null;
  /** Null when the platform does not say; the shop's own currency then applies. */
  currency: string | null;
  status: "active" | "draft" | "archived";
  stock: "in_stock" | "out_of_stock" | "on_backorder" | "unknown";
  stockQuantity: number | null;
  url: string | null;
  imageUrl: string | null;
  categories: string[];
};

/**
 * `sourceTime` is the platform's own time of the state (its "modified at"); null
 * when it gives none, and then the inbox's received time stands in.
 *
 * `isRestored` says that the shop took the record back out of its bin: a removal
 * received before this event no longer holds, even if it was received after `sourceTime`.
 *
 * `isOrderedByStatus` says that the platform gives its states no time and repeats
 * late: the state with the highest rank stands, and of equal ones the last received.
 */
export type CanonicalEvent =
  | {
      kind: "order.state";
      sourceTime: string | null;
      order: OrderState;
      isRestored?: true;
      isOrderedByStatus?: true;
    }
  | { kind: "order.removed"; sourceTime: null; externalId: string }
  | { kind: "refund.recorded"; sourceTime: string | null; refund: RefundFact }
  | { kind: "customer.state"; sourceTime: string | null; customer: CustomerState }
  | { kind: "customer.removed"; sourceTime: null; externalId: string }
  | { kind: "consent.changed"; sourceTime: string | null; person: PersonRef; consents: ConsentFact[] }
  | { kind: "product.state"; sourceTime: string | null; product: ProductState; isRestored?: true }
  | { kind: "product.removed"; sourceTime: null; externalId: string }
  | {
      kind: "subscription.state";
      sourceTime: string | null;
      subscription: SubscriptionState;
      isRestored?: true;
    }
  | { kind: "subscription.removed"; sourceTime: null; externalId: string }
  | { kind: "checkout.state"; sourceTime: string | null; checkout: CheckoutState }
  | { kind: "checkout.removed"; sourceTime: null; externalId: string }
  | { kind: "shop.uninstalled"; sourceTime: null }
  | {
      kind: "privacy.data_requested";
      sourceTime: null;
      person: PersonRef;
      orderExternalIds: string[];
    }
  | {
      kind: "privacy.customer_erased";
      sourceTime: null;
      person: PersonRef;
      orderExternalIds: string[];
    }
  | { kind: "privacy.shop_erased"; sourceTime: null };

/** Rank breaks ties between two states of one order with the same source time. */
export const ORDER_STATUS_RANK: Record<OrderStatus, number> = {
  draft: 0,
  pending: 1,
  on_hold: 2,
  failed: 3,
  paid: 4,
  fulfilled: 5,
  cancelled: 6,
  refunded: 7,
};

/** The same for subscriptions: what is further in its life stands. */
export const SUBSCRIPTION_STATUS_RANK: Record<SubscriptionStatus, number> = {
  pending: 0,
  trial: 1,
  active: 2,
  on_hold: 3,
  pending_cancel: 4,
  cancelled: 5,
  expired: 6,
};

/** Statuses whose money is revenue. Test orders and removed orders never count. */
export const REVENUE_STATUSES: readonly OrderStatus[] = ["paid", "fulfilled", "refunded"];
