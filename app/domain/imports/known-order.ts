import * as z from "zod";
import type { OrderState } from "~/connectors/canonical";
import { IDENTITY_KINDS } from "../customers/identity-key";
import { address } from "../deliveries/stored-parts";
import { ORDER_STATUSES } from "../orders/order-statuses";
import { recordVersionSchema } from "./known-product";

const text = z.string().nullable();
const minor = z.number();

const personSchema = z.object({
  platformId: text,
  email: text,
  phone: text,
  name: text,
  company: text,
  address: address.nullable(),
});

const itemSchema = z.object({
  externalId: z.string(),
  productExternalId: text,
  variantExternalId: text,
  sku: text,
  name: z.string(),
  quantity: z.number(),
  totalMinor: minor,
  taxMinor: minor,
});

/** What a file can say of an order; refunds and consents are none of it. */
export const fileOrderSchema = z.object({
  externalId: z.string(),
  number: z.string(),
  status: z.enum(ORDER_STATUSES),
  sourceStatus: z.string(),
  currency: z.string(),
  totalMinor: minor,
  taxMinor: minor,
  shippingMinor: minor,
  discountMinor: minor,
  paidMinor: minor,
  placedAt: z.string().transform((at) => new Date(at).toISOString()),
  isTest: z.boolean(),
  isCashOnDelivery: z.boolean(),
  paymentMethod: text,
  coupons: z.array(z.string()),
  channel: text,
  person: personSchema.nullable(),
  shippingAddress: address.nullable(),
  items: z.array(itemSchema),
});
export type FileOrder = z.output<typeof fileOrderSchema>;

/**
 * An order as an import meets it: as the database has it, or as an earlier row of the same
 * file left it. `state` is what its shop or a file told, without what a person corrected.
 */
export const knownOrderSchema = z.object({
  /** Null for one that would be created. */
  id: z.uuid().nullable(),
  state: fileOrderSchema,
  version: recordVersionSchema,
  /** Its buyer's strongest identity. */
  identity: z.object({ kind: z.enum(IDENTITY_KINDS), namespace: z.string(), value: z.string() }).nullable(),
  /** Targets of fields that a person set. */
  corrected: z.array(z.string()),
  isTrashed: z.boolean(),
});
export type KnownOrder = z.output<typeof knownOrderSchema>;

/** Orders by external id, and by number as `fileRecordId` folds it. */
export type KnownOrders = Map<string, KnownOrder>;

/**
 * As the engine of deliveries takes it. An order that was given back without a word on how much
 * was given back whole.
 */
export function toOrderState(order: FileOrder): OrderState {
  const { externalId, status, totalMinor, currency, placedAt } = order;
  const refund = {
    ...{ externalId: `${externalId}:refund`, orderExternalId: externalId, amountMinor: totalMinor, currency },
    ...{ reason: null, refundedAt: null },
  };
  return {
    ...order,
    paidAt: status === "paid" || status === "fulfilled" || status === "refunded" ? placedAt : null,
    fulfilledAt: null,
    cancelledAt: null,
    checkoutExternalId: null,
    subscriptionExternalId: null,
    refunds: status === "refunded" && totalMinor > 0 ? [refund] : [],
    areRefundsComplete: true,
    consents: [],
  };
}
