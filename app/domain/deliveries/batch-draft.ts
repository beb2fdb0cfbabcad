import type {
  CheckoutState,
  OrderState,
  OrderStatus,
  ProductState,
  SubscriptionState,
} from "~/connectors/canonical";
import type { Visit } from "~/db/schema/checkouts";
import type { Corrections } from "~/db/schema/corrections";
import type { OrderContact } from "~/db/schema/orders";
import type { Profile } from "~/db/schema/profile";
import type { Act } from "~/domain/audit/audit-row";
import type { IdentityDecision, IdentityNode } from "~/domain/customers/identity-graph";
import { keyText } from "~/domain/customers/identity-key";
import type { CustomerColumns } from "~/domain/customers/project-customer";
import type { FieldDefinition, FieldValue } from "~/domain/fields/field-types";
import type { Version } from "~/domain/orders/order-version";
import type { BatchState } from "./batch-state";
import { type DraftEdge, decisionsOf, draftEdges } from "./draft-edges";
import type { DatedConsent } from "./told-event";
import { orderTombstone, shopTombstone } from "./tombstone-texts";

/** `isChanged` marks what must be written. Keys in maps are key texts or external ids. */
type Drafted = { id: string; isChanged: boolean };

export type DraftIdentity = IdentityNode &
  Drafted & {
    profile: Profile;
    customerId: string | null;
    /** Whether its orders must follow it to another customer. */
    isMoved: boolean;
  };
export type DraftCustomer = Drafted & {
  profile: Profile;
  isSample: boolean;
  deletedAt: string | null;
  mergedInto: string | null;
  /** Null until its identities are settled. */
  columns: CustomerColumns | null;
};
export type DraftOrder = Drafted & {
  externalId: string;
  version: Version;
  currency: string;
  placedAt: string;
  refundedMinor: number;
  removedAt: string | null;
  erasedAt: string | null;
  corrections: Corrections;
  /** Key text of its strongest identity. */
  identity: string | null;
  /** The customer it counts for in the database. */
  customerBefore: string | null;
  /** The state in force, when this batch brought it. */
  told: OrderState | null;
  contact: OrderContact | null;
  /** The delivery that made it known, when this batch did. */
  firstToldBy: string | null;
};
export type DraftSubscription = Drafted & {
  externalId: string;
  version: Version;
  removedAt: string | null;
  erasedAt: string | null;
  corrections: Corrections;
  /** Key text of its strongest identity. */
  identity: string | null;
  told: SubscriptionState | null;
};
export type DraftCheckout = Drafted & {
  externalId: string;
  version: Version;
  /** Key text of the strongest identity it names. */
  personKey: string | null;
  visits: Visit[];
  completedAt: string | null;
  orderId: string | null;
  removedAt: string | null;
  erasedAt: string | null;
  told: CheckoutState | null;
};
export type DraftRefund = Drafted & BatchState["refunds"][number] & { isDeleted: boolean };
export type DraftProduct = Drafted & {
  externalId: string;
  version: Version;
  removedAt: string | null;
  corrections: Corrections;
  told: ProductState | null;
};
export type DraftRemoval = BatchState["removals"][number] & { isChanged: boolean };
export type DraftStatusChange = { orderId: string; at: string; status: OrderStatus; sourceStatus: string };
type DraftConsent = DatedConsent & {
  identity: string;
  /** By the shop, when nothing else is said. */
  source?: "import";
  wording?: string;
};

/** What custom fields of new customers begin with, and who says so. */
export type DraftBeginning = {
  source: "shop" | "import";
  values: readonly { field: Pick<FieldDefinition, "id" | "isUnique">; value: FieldValue }[];
};

/** The rows a batch meets, changed in memory while its events are applied. */
export type BatchDraft = {
  shopId: string;
  shop: NonNullable<BatchState["shop"]>;
  orders: Map<string, DraftOrder>;
  refunds: Map<string, DraftRefund>;
  products: Map<string, DraftProduct>;
  subscriptions: Map<string, DraftSubscription>;
  checkouts: Map<string, DraftCheckout>;
  /** Orders that say which checkout they completed. */
  completing: Map<string, BatchState["completing"][number]>;
  removals: Map<string, DraftRemoval>;
  identities: Map<string, DraftIdentity>;
  edges: Map<string, DraftEdge>;
  decisions: IdentityDecision[];
  customers: Map<string, DraftCustomer>;
  /** Until when evidence of a key text is erased. */
  tombstones: ReadonlyMap<string, string>;
  /** External ids under which a shop goes on with orders and products that a file told of, by their ids. */
  takenOver: { orders: Map<string, string>; products: Map<string, string> };
  statusChanges: DraftStatusChange[];
  consents: DraftConsent[];
  /** Orders whose identity was forgotten and found again: key texts by order id. */
  relinks: Map<string, string>;
  /** The same of subscriptions. */
  subscriptionRelinks: Map<string, string>;
  /** Deliveries whose new order took its customer out of the trash. */
  restoredBy: Set<string>;
  acts: Act[];
  isUninstalled: boolean;
  /** Whether the shop was asked for it, and tells of its past as well. */
  isAsked: boolean;
  begin: DraftBeginning | null;
  /** Customers that the batch made, other than from parts of known ones. */
  newcomers: string[];
  newId: () => string;
};

export function openDraft(input: {
  shopId: string;
  shop: NonNullable<BatchState["shop"]>;
  state: BatchState;
  tombstones: ReadonlyMap<string, string>;
  begin?: DraftBeginning | null;
  newId: () => string;
  isAsked?: boolean;
}): BatchDraft {
  const { state, begin = null, ...given } = input;
  const byId = new Map(state.identities.map((identity) => [identity.id, keyText(identity)]));
  return {
    ...given,
    begin,
    newcomers: [],
    orders: new Map(state.orders.map((order) => [order.externalId, draftOrder(order, byId)])),
    refunds: keyed(state.refunds, (one) => one.externalId, { isDeleted: false, isChanged: false }),
    products: new Map(state.products.map((product) => [product.externalId, draftProduct(product)])),
    subscriptions: new Map(state.subscriptions.map((one) => [one.externalId, draftSubscription(one, byId)])),
    checkouts: new Map(state.checkouts.map((one) => [one.externalId, draftCheckout(one)])),
    completing: new Map(state.completing.map((order) => [order.externalId, order])),
    removals: keyed(state.removals, (one) => removalKey(one.kind, one.externalId), { isChanged: false }),
    identities: keyed(state.identities, keyText, { isChanged: false, isMoved: false }),
    edges: draftEdges(state),
    decisions: decisionsOf(state),
    customers: keyed(state.customers, (one) => one.id, { isChanged: false, columns: null }),
    takenOver: { orders: new Map(), products: new Map() },
    statusChanges: [],
    consents: [],
    relinks: new Map(),
    subscriptionRelinks: new Map(),
    restoredBy: new Set(),
    acts: [],
    isUninstalled: false,
    isAsked: input.isAsked ?? false,
  };
}

export function removalKey(kind: DraftRemoval["kind"], externalId: string): string {
  return `${kind}|${externalId}`;
}

/** Until when everything the shop told is erased, of one order or of anyone; empty when it is not. */
export function erasedUntil({ tombstones, shopId }: BatchDraft, orderExternalId?: string): string {
  const shop = tombstones.get(shopTombstone(shopId)) ?? "";
  const order = orderExternalId && tombstones.get(orderTombstone(shopId, orderExternalId));
  return order && order > shop ? order : shop;
}

function keyed<Row, More>(rows: readonly Row[], key: (row: Row) => string, more: More) {
  return new Map(rows.map((row) => [key(row), { ...row, ...more }]));
}

function draftOrder(order: BatchState["orders"][number], keys: ReadonlyMap<string, string>): DraftOrder {
  const { versionAt, versionRank, versionHash, customerId, identityId, ...rest } = order;
  return {
    ...rest,
    version: { at: versionAt, rank: versionRank, hash: versionHash },
    identity: (identityId && keys.get(identityId)) ?? null,
    customerBefore: customerId,
    told: null,
    contact: null,
    firstToldBy: null,
    isChanged: false,
  };
}

function draftSubscription(
  subscription: BatchState["subscriptions"][number],
  keys: ReadonlyMap<string, string>,
): DraftSubscription {
  const { versionAt, versionRank, versionHash, identityId, ...rest } = subscription;
  const version = { at: versionAt, rank: versionRank, hash: versionHash };
  const identity = (identityId && keys.get(identityId)) ?? null;
  return { ...rest, version, identity, told: null, isChanged: false };
}

function draftCheckout({ versionAt, versionHash, ...rest }: BatchState["checkouts"][number]): DraftCheckout {
  return { ...rest, version: { at: versionAt, rank: 0, hash: versionHash }, told: null, isChanged: false };
}

function draftProduct({ versionAt, versionHash, ...rest }: BatchState["products"][number]): DraftProduct {
  return { ...rest, version: { at: versionAt, rank: 0, hash: versionHash }, told: null, isChanged: false };
}
