import { type SQL, sql } from "drizzle-orm";
import type { Noun } from "~/domain/filters/nouns";
import { CONSENT_COLUMNS, type ExportedField, ownColumns } from "./own-columns";

/** A column of an exported list. Its heading is the field's name, or under `sales:export.columns`. */
export type ListColumn = {
  key: string;
  /** In a query of the noun's table as `r`, customers as `c` and shops as `s`. */
  from: SQL;
  /** `money`: minor units of the currency in the column that `currency` names. `time`: shown in the organization's zone. */
  kind: "text" | "number" | "yes" | "time" | "money" | "own";
  currency?: string;
  /** Only for roles with `contacts.view`. */
  isContact?: true;
  /** The organization's own field that it shows, of kind `own`. */
  field?: ExportedField;
};

const text = (key: string, from: SQL): ListColumn => ({ key, from, kind: "text" });
const contact = (key: string, from: SQL): ListColumn => ({ key, from, kind: "text", isContact: true });
const number = (key: string, from: SQL): ListColumn => ({ key, from, kind: "number" });
const yes = (key: string, from: SQL): ListColumn => ({ key, from, kind: "yes" });
const time = (key: string, from: SQL): ListColumn => ({ key, from, kind: "time" });
const money = (key: string, from: SQL, currency = "currency"): ListColumn => ({
  key,
  from,
  kind: "money",
  currency,
});

const CUSTOMERS = [
  text("name", sql`r.name`),
  contact("email", sql`r.email`),
  contact("phone", sql`r.phone`),
  text("company", sql`r.company`),
  contact(
    "address",
    sql`nullif(concat_ws(', ', r.profile #>> '{address,value,line1}', r.profile #>> '{address,value,line2}'), '')`,
  ),
  contact("postcode", sql`r.profile #>> '{address,value,postcode}'`),
  text("city", sql`r.city`),
  text("state", sql`r.state`),
  text("country", sql`r.country`),
  text(
    "tags",
    sql`(select string_agg(t.name, '; ' order by t.name) from customer_tags ct join tags t on t.id = ct.tag_id
    where ct.customer_id = r.id)`,
  ),
  number("orders", sql`r.orders_count`),
  text("currency", sql`o.currency`),
  money("spent", sql`coalesce(p.net_minor, 0)`),
  money("refunded", sql`coalesce(p.refunded_minor, 0)`),
  time("firstOrder", sql`r.first_order_at`),
  time("lastOrder", sql`r.last_order_at`),
  time("created", sql`r.created_at`),
  ...CONSENT_COLUMNS,
] as const;

const ITEMS = sql`(select string_agg(i.quantity::text || ' × ' || i.name, '; ' order by i.position)
  from order_items i where i.order_id = r.id)`;

const ORDERS = [
  text("number", sql`r.number`),
  text("shop", sql`s.name`),
  time("placed", sql`r.placed_at`),
  text("status", sql`r.status`),
  text("customer", sql`c.name`),
  contact("email", sql`coalesce(r.contact #>> '{person,email}', c.email)`),
  contact("phone", sql`coalesce(c.phone, r.contact #>> '{person,phone}')`),
  text("items", ITEMS),
  text("currency", sql`r.currency`),
  money("total", sql`r.total_minor`),
  money("tax", sql`r.tax_minor`),
  money("shipping", sql`r.shipping_minor`),
  money("discount", sql`r.discount_minor`),
  money("paid", sql`r.paid_minor`),
  money("refunded", sql`r.refunded_minor`),
  text("payment", sql`r.payment_method`),
  yes("cashOnDelivery", sql`r.is_cash_on_delivery`),
  text("coupons", sql`(select string_agg(coupon, '; ') from jsonb_array_elements_text(r.coupons) coupon)`),
  time("paidAt", sql`r.paid_at`),
  yes("test", sql`r.is_test`),
] as const;

const PRODUCTS = [
  text("name", sql`r.name`),
  text("sku", sql`r.sku`),
  text("shop", sql`s.name`),
  text("status", sql`r.status`),
  text("currency", sql`coalesce(r.currency, s.currency)`),
  money("price", sql`r.price_minor`),
  text("stock", sql`r.stock`),
  number("stockQuantity", sql`r.stock_quantity`),
  text("categories", sql`(select string_agg(name, '; ') from jsonb_array_elements_text(r.categories) name)`),
  text("url", sql`r.url`),
] as const;

const SUBSCRIPTIONS = [
  text("number", sql`r.number`),
  text("shop", sql`s.name`),
  text("status", sql`r.status`),
  text("customer", sql`c.name`),
  contact("email", sql`c.email`),
  contact("phone", sql`c.phone`),
  text("product", sql`r.items -> 0 ->> 'name'`),
  text("currency", sql`r.currency`),
  money("amount", sql`r.amount_minor`),
  number("intervalCount", sql`r.interval_count`),
  text("intervalUnit", sql`r.interval_unit`),
  time("started", sql`r.started_at`),
  time("next", sql`r.next_payment_at`),
  time("lastPayment", sql`r.last_payment_at`),
  time("ended", sql`r.ended_at`),
] as const;

const CHECKOUTS = [
  text("number", sql`r.number`),
  text("shop", sql`s.name`),
  text(
    "status",
    sql`case when r.state = 'open' and r.abandoned_at > now() then 'active'
      when r.state = 'open' then 'abandoned' else r.state end`,
  ),
  text("customer", sql`coalesce(c.name, r.contact #>> '{person,name}')`),
  contact("email", sql`coalesce(r.email, c.email)`),
  contact("phone", sql`coalesce(r.phone, c.phone)`),
  text(
    "items",
    sql`(select string_agg(i ->> 'quantity' || ' × ' || (i ->> 'name'), '; ') from jsonb_array_elements(r.items) i)`,
  ),
  text("currency", sql`r.currency`),
  money("total", sql`r.total_minor`),
  time("started", sql`r.started_at`),
  time("active", sql`r.active_at`),
  time("abandoned", sql`r.abandoned_at`),
  time("recovered", sql`r.completed_at`),
] as const;

const COLUMNS: Record<Noun, readonly ListColumn[]> = {
  customers: CUSTOMERS,
  orders: ORDERS,
  products: PRODUCTS,
  subscriptions: SUBSCRIPTIONS,
  checkouts: CHECKOUTS,
};

// Each row by itself through its key: joined, Postgres might read the whole organization for every page.
const ONE = (table: Noun) =>
  sql`cross join lateral (select * from ${sql.identifier(table)} where id = m.id offset 0) r`;
const SHOP = sql`join shops s on s.id = r.shop_id`;
const CUSTOMER = sql`left join lateral (select * from customers where id = r.customer_id offset 0) c on true`;

/** What joins a table `m` of ids with the rows and whatever their columns need. */
export const LIST_TABLES: Record<Noun, SQL> = {
  customers: sql`${ONE("customers")} cross join (select currency from organizations where id = app_org_id()) o
    left join lateral (select * from customer_spend where customer_id = r.id and currency = o.currency offset 0) p
      on true`,
  orders: sql`${ONE("orders")} ${SHOP} ${CUSTOMER}`,
  products: sql`${ONE("products")} ${SHOP}`,
  subscriptions: sql`${ONE("subscriptions")} ${SHOP} ${CUSTOMER}`,
  checkouts: sql`${ONE("checkouts")} ${SHOP} ${CUSTOMER}`,
};

/** Columns that a list shows under another name, or as one. */
const SHOWN_AS: Readonly<Record<string, readonly string[]>> = {
  spend: ["spent"],
  interval: ["intervalCount", "intervalUnit"],
  nextPayment: ["next"],
};

type Wanted = {
  keys: readonly string[] | null;
  mayViewContacts: boolean;
  /** The organization's own, which customers have. */
  fields?: readonly ExportedField[];
};

/**
 * The columns that an export has, in the wanted order; all of them when none is named or known.
 * An amount brings its currency along, and contacts are for those who may see them.
 */
export function listColumns(noun: Noun, { keys, mayViewContacts, fields = [] }: Wanted): ListColumn[] {
  const all = noun === "customers" ? [...COLUMNS[noun], ...ownColumns(fields)] : COLUMNS[noun];
  const open = all.filter(({ isContact }) => mayViewContacts || !isContact);
  const byKey = new Map(open.map((column) => [column.key, column]));
  const wanted = (keys ?? []).flatMap((key) => SHOWN_AS[key] ?? [key]);
  const named = wanted.flatMap((key) => byKey.get(key) ?? []);
  if (named.length === 0) return open;
  const whole = named.flatMap((column) => {
    const currency = column.currency ? byKey.get(column.currency) : undefined;
    return currency ? [currency, column] : [column];
  });
  return [...new Set(whole)];
}
