import * as z from "zod";
import { correctionsSchema } from "~/domain/corrections/corrections.schema";
import { IDENTITY_KINDS } from "~/domain/customers/identity-key";
import { openFieldSchema } from "~/domain/fields/begin-values";
import { OUTCOMES } from "./outcomes";
import { instant, profileSchema, text } from "./stored-parts";

const shop = z.object({
  externalId: text,
  currency: z.string(),
  isSample: z.boolean(),
  /** External ids of the organization's other shops on the platform. */
  others: z.array(z.string()),
});

const storedOrder = z.object({
  id: z.uuid(),
  externalId: z.string(),
  customerId: z.uuid().nullable(),
  identityId: z.uuid().nullable(),
  currency: z.string(),
  refundedMinor: z.number(),
  placedAt: instant,
  versionAt: instant,
  versionRank: z.number(),
  versionHash: z.string(),
  removedAt: instant.nullable(),
  erasedAt: instant.nullable(),
  corrections: correctionsSchema,
  checkoutExternalId: text,
});

const storedSubscription = z.object({
  id: z.uuid(),
  externalId: z.string(),
  identityId: z.uuid().nullable(),
  versionAt: instant,
  versionRank: z.number(),
  versionHash: z.string(),
  removedAt: instant.nullable(),
  erasedAt: instant.nullable(),
  corrections: correctionsSchema,
});

const storedCheckout = z.object({
  id: z.uuid(),
  externalId: z.string(),
  personKey: text,
  visits: z.array(z.object({ from: instant, to: instant })),
  completedAt: instant.nullable(),
  orderId: z.uuid().nullable(),
  versionAt: instant,
  versionHash: z.string(),
  removedAt: instant.nullable(),
  erasedAt: instant.nullable(),
});

/** An order that says which checkout it completed. */
const completingOrder = z.object({
  id: z.uuid(),
  externalId: z.string(),
  checkoutExternalId: z.string(),
  placedAt: instant,
});

const storedRefund = z.object({
  id: z.uuid(),
  externalId: z.string(),
  orderExternalId: z.string(),
  orderId: z.uuid().nullable(),
  amountMinor: z.number(),
  currency: z.string(),
  reason: text,
  refundedAt: instant.nullable(),
});

const storedProduct = z.object({
  id: z.uuid(),
  externalId: z.string(),
  versionAt: instant,
  versionHash: z.string(),
  removedAt: instant.nullable(),
  corrections: correctionsSchema,
});

const storedRemoval = z.object({
  kind: z.enum(["order", "product", "customer", "subscription", "checkout"]),
  externalId: z.string(),
  removedAt: instant.nullable(),
  restoredAt: instant.nullable(),
});

const storedIdentity = z.object({
  id: z.uuid(),
  kind: z.enum(IDENTITY_KINDS),
  namespace: z.string(),
  value: z.string(),
  customerId: z.uuid(),
  isHub: z.boolean(),
  profile: profileSchema,
  firstSeenAt: instant,
});

const storedEdge = z.object({ fromId: z.uuid(), toId: z.uuid(), firstSeenAt: instant });

const storedDecision = z.object({ fromId: z.uuid(), toId: z.uuid(), verdict: z.enum(["one", "apart"]) });

const storedCustomer = z.object({
  id: z.uuid(),
  profile: profileSchema,
  isSample: z.boolean(),
  deletedAt: instant.nullable(),
  mergedInto: z.uuid().nullable(),
});

/** What the database holds of everything that a batch may meet. */
export const batchStateSchema = z.object({
  shop: shop.nullable(),
  applied: z.array(z.object({ id: z.uuid(), outcome: z.enum(OUTCOMES), reason: text })),
  orders: z.array(storedOrder),
  refunds: z.array(storedRefund),
  products: z.array(storedProduct),
  subscriptions: z.array(storedSubscription),
  checkouts: z.array(storedCheckout),
  completing: z.array(completingOrder),
  removals: z.array(storedRemoval),
  identities: z.array(storedIdentity),
  edges: z.array(storedEdge),
  decisions: z.array(storedDecision),
  customers: z.array(storedCustomer),
  tombstones: z.array(z.object({ keyHash: z.string(), erasedAt: instant })),
  /** Custom fields with a default. */
  defaults: z.array(openFieldSchema),
});

export type BatchState = z.output<typeof batchStateSchema>;
