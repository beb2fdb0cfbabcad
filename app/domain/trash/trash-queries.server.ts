import { and, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type Keyset, keysetClauses, readPosition, toPage } from "~/db/keyset";
import { customers } from "~/db/schema/customers";
import { orders } from "~/db/schema/orders";
import { products } from "~/db/schema/products";
import { subscriptions } from "~/db/schema/subscriptions";
import type { OrgContext } from "../context";
import { contactsViewOf } from "../customers/contacts-view";
import { foldText } from "../customers/search-text";
import { listPeople } from "../organizations/organizations-queries.server";
import type { TrashParams } from "./trash.schema";
import { TRASH_DAYS, type TrashNoun } from "./trash-nouns";

const PAGE_SIZE = 50;
const DAY_MS = 86_400_000;

/** A page of the trash, the latest first; with words, what begins with them. Throws `bad_request` for a foreign cursor. */
export async function listTrash(ctx: OrgContext, params: TrashParams) {
  const keyset = { ...KEYSETS[params.noun], name: `trash.${params.noun}`, order: "desc" as const };
  const position = readPosition(keyset, params);
  const [{ role }, read, people] = await Promise.all([
    ctx.db.entry(),
    selectTrash(ctx, params, keysetClauses(keyset, position, PAGE_SIZE)),
    listPeople(ctx),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const view = contactsViewOf(role);
  const page = toPage(keyset, position, read, PAGE_SIZE);
  const now = ctx.now().getTime();
  return {
    ...page,
    rows: page.rows.map(({ name, email, phone, deletedAt, deletedBy, ...row }) => ({
      ...row,
      title: name ?? view.email(email) ?? view.phone(phone),
      deletedAt,
      deletedByName: (deletedBy && names.get(deletedBy)) ?? null,
      daysLeft: daysLeft(deletedAt, now),
    })),
  };
}

export type TrashedRecord = Awaited<ReturnType<typeof listTrash>>["rows"][number];

/** Days until it is deleted for good, begun ones counted; 0 when that may happen any time. */
function daysLeft(deletedAt: Date | null, now: number): number {
  if (!deletedAt) return TRASH_DAYS;
  return Math.max(0, Math.ceil((deletedAt.getTime() - now) / DAY_MS + TRASH_DAYS));
}

const keysOf = (key: PgColumn, id: PgColumn) => ({ key, id, indexOrder: "desc" as const });
const KEYSETS: Record<TrashNoun, Omit<Keyset, "name" | "order">> = {
  customer: keysOf(customers.deletedAt, customers.id),
  order: keysOf(orders.deletedAt, orders.id),
  product: keysOf(products.deletedAt, products.id),
  subscription: keysOf(subscriptions.deletedAt, subscriptions.id),
};

type Clauses = ReturnType<typeof keysetClauses>;

function selectTrash(ctx: OrgContext, { noun, q }: TrashParams, clauses: Clauses) {
  if (noun === "customer") return selectCustomers(ctx, q, clauses);
  if (noun === "product") return selectProducts(ctx, q, clauses);
  return selectNumbered(ctx, noun === "order" ? orders : subscriptions, { q, clauses });
}

const NO_CONTACT = { email: sql<string | null>`null`, phone: sql<string | null>`null` };
const begins = (column: PgColumn, q: string): SQL | undefined =>
  q === "" ? undefined : sql`starts_with(${column}, ${q})`;

function selectCustomers({ db }: OrgContext, q: string, { key, where, orderBy, limit }: Clauses) {
  const { id, name, email, phone, deletedAt, deletedBy } = customers;
  const isHere = and(
    isNotNull(deletedAt),
    isNull(customers.mergedInto),
    begins(customers.sortName, foldText(q)),
  );
  return db.read(
    db.orm
      .select({ id, name, email, phone, detail: sql<string | null>`null`, deletedAt, deletedBy, key })
      .from(customers)
      .where(and(isHere, where))
      .orderBy(...orderBy)
      .limit(limit),
  );
}

/** Orders and subscriptions are known by their numbers, and show whose they are. */
function selectNumbered(
  { db }: OrgContext,
  table: typeof orders | typeof subscriptions,
  { q, clauses: { key, where, orderBy, limit } }: { q: string; clauses: Clauses },
) {
  const { id, number, deletedAt, deletedBy } = table;
  const detail = sql<string | null>`(select c.name from customers c
    where c.org_id = ${table.orgId} and c.id = ${table.customerId})`;
  return db.read(
    db.orm
      .select({ id, name: number, ...NO_CONTACT, detail, deletedAt, deletedBy, key })
      .from(table)
      .where(and(isNotNull(deletedAt), begins(number, q), where))
      .orderBy(...orderBy)
      .limit(limit),
  );
}

function selectProducts({ db }: OrgContext, q: string, { key, where, orderBy, limit }: Clauses) {
  const { id, name, sku, deletedAt, deletedBy } = products;
  const isHere = and(isNotNull(deletedAt), begins(products.sortName, q.toLowerCase()));
  return db.read(
    db.orm
      .select({ id, name, ...NO_CONTACT, detail: sku, deletedAt, deletedBy, key })
      .from(products)
      .where(and(isHere, where))
      .orderBy(...orderBy)
      .limit(limit),
  );
}
