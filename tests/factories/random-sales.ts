import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { ORDER_STATUSES } from "~/domain/orders/order-statuses";
import { PRODUCT_STATUSES, STOCK_STATES } from "~/domain/products/product-words";
import { SUBSCRIPTION_STATUSES } from "~/domain/subscriptions/subscription-statuses";
import type { TestDatabase } from "../setup/database";
import { createConnectedShop } from "./connected-shop";
import { createCustomer } from "./customer-rows";
import type { OracleRow } from "./filter-oracle";

/** Around the ends of days in the zones of the tests, of which UTC knows others. */
const INSTANTS = [
  "2026-11-23T15:59:59Z",
  "2026-11-23T16:00:00Z",
  "2026-11-24T15:59:59.999Z",
  "2026-11-01T03:00:00Z",
  "2026-10-25T03:30:00Z",
  "2026-11-23T03:30:00Z",
  "2025-01-01T00:00:00Z",
];
const few = <T>(...values: T[]) => fc.constantFrom(...values);
const instant = few(...INSTANTS);
const maybeInstant = few(null, ...INSTANTS);
const index = few(0, 1);
const common = {
  shop: index,
  isRemoved: fc.boolean(),
  isSample: fc.boolean(),
  /** In the trash, where no list looks. */
  isTrashed: few(false, false, false, true),
};

const product = fc.record({
  ...common,
  name: few("Sambal Belacan", "SAMBAL", "Çelik", "王"),
  sku: few(null, "SAM-1", "sam-2"),
  stock: few(...STOCK_STATES),
  quantity: few(null, -1, 0, 30),
  status: few(...PRODUCT_STATUSES),
  priceMinor: few(null, 0, 5000),
  currency: few(null, "MYR", "SGD"),
  categories: fc.subarray(["Sos", "sos", "Makanan"]),
  createdAt: instant,
  parent: few(null, "parent"),
});

const order = fc.record({
  ...common,
  number: few("1024", "A-7", "a-7"),
  customer: few(null, 0, 1),
  status: few(...ORDER_STATUSES),
  currency: few("MYR", "SGD"),
  totalMinor: few(0, 1, 5000),
  refundedMinor: few(0, 100),
  placedAt: instant,
  isTest: fc.boolean(),
  isCash: fc.boolean(),
  payment: few(null, "FPX", "fpx", "Tunai"),
  coupons: fc.subarray(["RAYA", "raya", "Jimat10"]),
  /** Places of products in their list, each bought as itself or as a variant. */
  bought: fc.uniqueArray(fc.record({ at: few(0, 1, 2), isVariant: fc.boolean() }), { maxLength: 2 }),
});

const subscription = fc.record({
  ...common,
  number: few("S-1", "s-1", "77"),
  customer: few(null, 0, 1),
  status: few(...SUBSCRIPTION_STATUSES),
  currency: few("MYR", "SGD"),
  amountMinor: few(0, 1, 5000),
  startedAt: instant,
  nextPaymentAt: maybeInstant,
  lastPaymentAt: maybeInstant,
  endedAt: maybeInstant,
});

/** What an organization sells, by noun. */
export const arbitrarySales = fc.record({
  products: fc.array(product, { minLength: 8, maxLength: 12 }),
  orders: fc.array(order, { minLength: 8, maxLength: 14 }),
  subscriptions: fc.array(subscription, { minLength: 8, maxLength: 12 }),
});
type Sales = typeof arbitrarySales extends fc.Arbitrary<infer T> ? T : never;
type One<Noun extends keyof Sales> = Sales[Noun][number];

type World = {
  orgId: string;
  insert: (table: string, row: Record<string, unknown>) => Promise<unknown>;
  shopIds: string[];
  customerIds: string[];
  /** In their order; the same ids of the shop in every organization. */
  products: { id: string; shopId: string; externalId: string }[];
};

const PLATFORMS = ["woocommerce", "shopify"] as const;
const at = (text: string | null) => (text === null ? null : new Date(text));
const removal = (one: { isRemoved: boolean; isTrashed: boolean; isSample: boolean }) => ({
  removed_at: one.isRemoved ? INSTANTS[0] : null,
  deleted_at: one.isTrashed ? INSTANTS[0] : null,
  is_sample: one.isSample,
});

/**
 * Writes the sales of an organization. `rows` are those that its lists may show, as the
 * oracle reads them; `choices` are all ids that a filter may name.
 */
export async function createSales(database: TestDatabase, orgId: string, sales: Sales) {
  const world = await createWorld(database, orgId);
  const rows = { products: [], orders: [], subscriptions: [] } as Record<keyof Sales, OracleRow[]>;
  const keep = (noun: keyof Sales, one: { isTrashed: boolean }, row: OracleRow) =>
    one.isTrashed || rows[noun].push(row);
  for (const one of sales.products) keep("products", one, await addProduct(world, one));
  for (const one of sales.orders) keep("orders", one, await addOrder(world, one));
  for (const one of sales.subscriptions) keep("subscriptions", one, await addSubscription(world, one));
  const productIds = world.products.slice(0, 3).map(({ id }) => id);
  return { rows, choices: [...world.shopIds, ...world.customerIds, ...productIds] };
}

async function createWorld(database: TestDatabase, orgId: string): Promise<World> {
  const { owner } = database;
  const shopIds: string[] = [];
  for (const platform of PLATFORMS) {
    shopIds.push((await createConnectedShop((s, v) => owner.query(s, v), { orgId, platform })).shopId);
  }
  const customerIds = [await createCustomer(database, orgId), await createCustomer(database, orgId)];
  const insert: World["insert"] = (table, row) => {
    const values = { org_id: orgId, ...row };
    const places = Object.keys(values).map((_, i) => `$${i + 1}`);
    return owner.query(
      `INSERT INTO ${table} (${Object.keys(values).join(", ")}) VALUES (${places.join(", ")})`,
      Object.values(values),
    );
  };
  return { orgId, insert, shopIds, customerIds, products: [] };
}

async function addProduct({ insert, shopIds, products }: World, one: One<"products">): Promise<OracleRow> {
  const [id, externalId, shopId] = [randomUUID(), String(products.length), shopIds[one.shop] ?? ""];
  products.push({ id, shopId, externalId });
  await insert("products", {
    ...removal(one),
    id,
    shop_id: shopId,
    external_id: externalId,
    parent_external_id: one.parent,
    name: one.name,
    sku: one.sku,
    price_minor: one.priceMinor,
    currency: one.currency,
    status: one.status,
    stock: one.stock,
    stock_quantity: one.quantity,
    categories: JSON.stringify(one.categories),
    created_at: one.createdAt,
    version_at: one.createdAt,
    version_hash: "",
  });
  const price: Record<string, number> =
    one.priceMinor === null ? {} : { [one.currency ?? "MYR"]: one.priceMinor };
  return {
    ...one,
    id,
    price,
    category: one.categories,
    shop: shopId,
    created: at(one.createdAt),
    isVariation: one.parent !== null,
  };
}

async function addOrder(world: World, one: One<"orders">): Promise<OracleRow> {
  const [id, shopId] = [randomUUID(), world.shopIds[one.shop] ?? ""];
  const customerId = one.customer === null ? null : (world.customerIds[one.customer] ?? null);
  await world.insert("orders", {
    ...removal(one),
    id,
    shop_id: shopId,
    customer_id: customerId,
    external_id: id,
    number: one.number,
    status: one.status,
    source_status: one.status,
    currency: one.currency,
    total_minor: one.totalMinor,
    tax_minor: 0,
    shipping_minor: 0,
    discount_minor: 0,
    paid_minor: one.totalMinor,
    refunded_minor: one.refundedMinor,
    placed_at: one.placedAt,
    is_test: one.isTest,
    is_cash_on_delivery: one.isCash,
    payment_method: one.payment,
    coupons: JSON.stringify(one.coupons),
    version_at: one.placedAt,
    version_rank: 0,
    version_hash: "",
  });
  // Two shops may use the same id for different products: only those of the order's shop were bought.
  const found = one.bought.flatMap(({ at: place, isVariant }) => ({
    sold: world.products[place],
    isVariant,
  }));
  for (const [position, { sold, isVariant }] of found.entries()) {
    await world.insert("order_items", {
      order_id: id,
      position,
      external_id: String(position),
      product_external_id: isVariant ? "parent" : sold?.externalId,
      variant_external_id: isVariant ? sold?.externalId : null,
      name: "Sambal",
      quantity: 1,
      total_minor: 0,
      tax_minor: 0,
    });
  }
  return {
    id,
    status: one.status,
    placed: at(one.placedAt),
    total: { [one.currency]: one.totalMinor },
    shop: shopId,
    platform: PLATFORMS[one.shop] ?? null,
    number: one.number,
    customer: customerId,
    product: found.flatMap(({ sold }) => (sold?.shopId === shopId ? sold.id : [])),
    payment: one.payment,
    coupon: one.coupons.map((code) => code.toLowerCase()),
    isRefunded: one.refundedMinor > 0,
    cashOnDelivery: one.isCash,
    isTest: one.isTest,
    isRemoved: one.isRemoved,
    isSample: one.isSample,
  };
}

async function addSubscription(world: World, one: One<"subscriptions">): Promise<OracleRow> {
  const [id, shopId] = [randomUUID(), world.shopIds[one.shop] ?? ""];
  const customerId = one.customer === null ? null : (world.customerIds[one.customer] ?? null);
  await world.insert("subscriptions", {
    ...removal(one),
    id,
    shop_id: shopId,
    customer_id: customerId,
    external_id: id,
    number: one.number,
    status: one.status,
    source_status: one.status,
    currency: one.currency,
    amount_minor: one.amountMinor,
    interval_count: 1,
    interval_unit: "month",
    started_at: one.startedAt,
    next_payment_at: one.nextPaymentAt,
    last_payment_at: one.lastPaymentAt,
    ended_at: one.endedAt,
    version_at: one.startedAt,
    version_rank: 0,
    version_hash: "",
  });
  return {
    id,
    status: one.status,
    amount: { [one.currency]: one.amountMinor },
    nextPayment: at(one.nextPaymentAt),
    lastPayment: at(one.lastPaymentAt),
    started: at(one.startedAt),
    ended: at(one.endedAt),
    shop: shopId,
    number: one.number,
    customer: customerId,
    isRemoved: one.isRemoved,
    isSample: one.isSample,
  };
}
