import { and, eq, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Keyset } from "~/db/keyset";
import { checkouts } from "~/db/schema/checkouts";
import { customerSpend, customers } from "~/db/schema/customers";
import { customFieldValues } from "~/db/schema/fields";
import { orders } from "~/db/schema/orders";
import { products } from "~/db/schema/products";
import { subscriptions } from "~/db/schema/subscriptions";
import { AppError } from "~/lib/app-error";
import { readCustomField } from "./catalogue";
import type { ListQuery } from "./list-query.schema";
import type { Noun } from "./nouns";

/** Where a noun's rows are, and which of them lists show. */
type Source = { table: PgTable; id: PgColumn; isListed: SQL | undefined };

export const SOURCES: Record<Noun, Source> = {
  customers: {
    table: customers,
    id: customers.id,
    // Neither in the trash nor taken over by another customer.
    isListed: and(isNull(customers.deletedAt), isNull(customers.mergedInto)),
  },
  orders: { table: orders, id: orders.id, isListed: isNull(orders.deletedAt) },
  products: { table: products, id: products.id, isListed: isNull(products.deletedAt) },
  subscriptions: { table: subscriptions, id: subscriptions.id, isListed: isNull(subscriptions.deletedAt) },
  // What was paid for without a pause is an order and nothing else.
  checkouts: { table: checkouts, id: checkouts.id, isListed: ne(checkouts.state, sql.raw("'completed'")) },
};

/** A way to sort, with the side table that holds its key: the list then has only rows with a key. */
export type SortKey = Omit<Keyset, "name" | "order"> & {
  join?: { table: PgTable; on: SQL | undefined };
  /** What the index is partial or led by. */
  where?: SQL;
};

const ownCurrency = sql`(select currency from organizations where id = app_org_id())`;

const SORT_KEYS: Record<Noun, Record<string, SortKey>> = {
  customers: {
    lastOrder: { key: customers.lastOrderKey, id: customers.id, indexOrder: "desc" },
    created: { key: customers.createdAt, id: customers.id, indexOrder: "desc" },
    name: { key: customers.sortName, id: customers.id, indexOrder: "asc" },
    orders: { key: customers.ordersCount, id: customers.id, indexOrder: "desc" },
    spend: {
      key: customerSpend.netMinor,
      id: customerSpend.customerId,
      indexOrder: "desc",
      join: {
        table: customerSpend,
        on: and(
          eq(customerSpend.orgId, customers.orgId),
          eq(customerSpend.customerId, customers.id),
          eq(customerSpend.currency, ownCurrency),
        ),
      },
    },
  },
  orders: {
    placed: { key: orders.placedAt, id: orders.id, indexOrder: "desc" },
    total: {
      key: orders.totalMinor,
      id: orders.id,
      indexOrder: "desc",
      where: eq(orders.currency, ownCurrency),
    },
  },
  products: {
    name: { key: products.sortName, id: products.id, indexOrder: "asc" },
    created: { key: products.createdAt, id: products.id, indexOrder: "desc" },
  },
  subscriptions: {
    nextPayment: { key: subscriptions.nextPaymentKey, id: subscriptions.id, indexOrder: "asc" },
    started: { key: subscriptions.startedAt, id: subscriptions.id, indexOrder: "desc" },
  },
  checkouts: {
    active: { key: checkouts.activeAt, id: checkouts.id, indexOrder: "desc" },
    total: {
      key: checkouts.totalMinor,
      id: checkouts.id,
      indexOrder: "desc",
      where: eq(checkouts.currency, ownCurrency),
    },
  },
};

/** How a list is sorted. Throws `bad_request` for a way that the noun has not. */
export function sortKeyOf(noun: Noun, { sort }: Pick<ListQuery, "sort">): SortKey {
  const custom = noun === "customers" ? readCustomField(sort) : null;
  const found = custom ? customKey(custom) : SORT_KEYS[noun][sort];
  if (!found) throw new AppError("bad_request", "errors:badFilter");
  return found;
}

function customKey({ id, type }: { id: string; type: string }): SortKey | undefined {
  const { orgId, customerId, fieldId, foldedValue, numberValue, dateValue, currency } = customFieldValues;
  const on = (...more: (SQL | undefined)[]) => ({
    table: customFieldValues,
    on: and(eq(orgId, customers.orgId), eq(customerId, customers.id), eq(fieldId, sql`${id}::uuid`), ...more),
  });
  const sorted = { id: customerId, indexOrder: "asc" as const };
  if (type === "text") return { ...sorted, key: foldedValue, join: on(isNotNull(foldedValue)) };
  if (type === "number") {
    return { ...sorted, key: numberValue, join: on(isNotNull(numberValue), isNull(currency)) };
  }
  if (type === "money") return { ...sorted, key: numberValue, join: on(eq(currency, ownCurrency)) };
  return type === "date" ? { ...sorted, key: dateValue, join: on(isNotNull(dateValue)) } : undefined;
}
