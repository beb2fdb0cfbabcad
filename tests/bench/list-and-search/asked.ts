import { customFieldName } from "~/domain/filters/catalogue";
import type { Clause } from "~/domain/filters/filter-tree";
import { FACETS } from "./fill-facets";

/** A list's state, and what a person would write for its page by hand. */
export type Asked = { name: string; clause?: Clause; anyOf?: Clause[]; sort?: string; bare: string };

const PAGE = 51;
const COLUMNS = "id, name, email, phone, city, state, orders_count, last_order_at, created_at, is_sample";
const listed = (where: string, order = "last_order_key DESC, id DESC") =>
  `SELECT ${COLUMNS} FROM customers c WHERE org_id = $org AND deleted_at IS NULL AND merged_into IS NULL
   AND ${where} ORDER BY ${order} LIMIT ${PAGE}`;
const valued = (field: string, holds: string) =>
  listed(`id IN (SELECT customer_id FROM custom_field_values v WHERE v.org_id = $org AND v.field_id = '${field}'
    AND ${holds})`);
const tagged = (tag: string) =>
  listed(
    `EXISTS (SELECT FROM customer_tags t WHERE t.org_id = c.org_id AND t.customer_id = c.id AND t.tag_id = '${tag}')`,
  );
const agreed = (channel: string, state: string) =>
  listed(`id IN (SELECT i.customer_id FROM consents s JOIN identities i ON i.org_id = s.org_id AND i.id = s.identity_id
    WHERE s.org_id = $org AND s.channel = '${channel}' AND s.state = '${state}')`);
const bought = (code: string) =>
  listed(`EXISTS (SELECT FROM orders o JOIN order_items i ON i.org_id = o.org_id AND i.order_id = o.id
    WHERE o.org_id = c.org_id AND o.customer_id = c.id AND i.product_external_id = '${code}')`);

/** Every kind of condition, with a value that few have and, where it matters, one that most have. */
export const ASKED: readonly Asked[] = [
  {
    name: "name begins with",
    clause: { field: "name", op: "startsWith", value: "zulkifli az" },
    bare: listed("starts_with(name_key, 'zulkifli az')"),
  },
  {
    name: "email is",
    clause: { field: "email", op: "is", value: "nobody@kedai.my" },
    bare: listed("email = 'nobody@kedai.my'"),
  },
  {
    name: "city is",
    clause: { field: "city", op: "is", value: "Kuala Perlis" },
    bare: listed("city_key = 'kuala perlis'"),
  },
  {
    name: "a state of few",
    clause: { field: "state", op: "anyOf", value: ["PLS"] },
    bare: listed("state = 'PLS'"),
  },
  {
    name: "a state of many",
    clause: { field: "state", op: "anyOf", value: ["JHR"] },
    bare: listed("state = 'JHR'"),
  },
  {
    name: "not in Malaysia",
    clause: { field: "country", op: "noneOf", value: ["MY"] },
    bare: listed("(country < 'MY' OR country > 'MY')"),
  },
  {
    name: "without a phone",
    clause: { field: "hasPhone", op: "is", value: false },
    bare: listed("phone IS NULL"),
  },
  {
    name: "a tag of few",
    clause: { field: "tags", op: "anyOf", value: [FACETS.rareTag] },
    bare: tagged(FACETS.rareTag),
  },
  {
    name: "a tag of half",
    clause: { field: "tags", op: "anyOf", value: [FACETS.commonTag] },
    bare: tagged(FACETS.commonTag),
  },
  {
    name: "declined email",
    clause: { field: "emailConsent", op: "anyOf", value: ["unsubscribed"] },
    bare: agreed("email", "unsubscribed"),
  },
  {
    name: "agreed to text messages",
    clause: { field: "smsConsent", op: "anyOf", value: ["subscribed"] },
    bare: agreed("sms", "subscribed"),
  },
  {
    name: "never bought",
    clause: { field: "lastOrder", op: "isEmpty" },
    bare: listed("last_order_key = '-infinity'"),
  },
  {
    name: "seen in the last 7 days",
    clause: { field: "created", op: "inLast", value: 7 },
    bare: listed("created_at >= now() - interval '7 days'"),
  },
  {
    name: "more than 15 orders",
    clause: { field: "orders", op: "atLeast", value: 16 },
    bare: listed("orders_count >= 16"),
  },
  {
    name: "spent at least RM 1,000",
    clause: { field: "spend", op: "atLeast", value: 100_000, currency: "MYR" },
    bare: listed(`EXISTS (SELECT FROM customer_spend s WHERE s.org_id = c.org_id AND s.customer_id = c.id
      AND s.currency = 'MYR' AND s.net_minor >= 100000)`),
  },
  {
    name: "spent nothing",
    clause: { field: "spend", op: "is", value: 0, currency: "MYR" },
    bare: listed(`NOT EXISTS (SELECT FROM customer_spend s WHERE s.org_id = c.org_id AND s.customer_id = c.id
      AND s.currency = 'MYR' AND s.net_minor <> 0)`),
  },
  {
    name: "any of a tag of few and a country",
    anyOf: [
      { field: "tags", op: "anyOf", value: [FACETS.rareTag] },
      { field: "country", op: "noneOf", value: ["MY"] },
    ],
    bare: listed(`(country <> 'MY' OR EXISTS (SELECT FROM customer_tags t WHERE t.org_id = c.org_id
      AND t.customer_id = c.id AND t.tag_id = '${FACETS.rareTag}'))`),
  },
  {
    name: "not from Shah Alam",
    clause: { field: "city", op: "isNot", value: "Shah Alam" },
    bare: listed("city_key <> 'shah alam'"),
  },
  {
    name: "bought what few do",
    clause: { field: "product", op: "anyOf", value: [FACETS.rareProduct] },
    bare: bought("rare"),
  },
  {
    name: "bought what half do",
    clause: { field: "product", op: "anyOf", value: [FACETS.commonProduct] },
    bare: bought("common"),
  },
  {
    name: "bought on a platform that is not there",
    clause: { field: "platform", op: "anyOf", value: ["shopify"] },
    bare: listed("false"),
  },
  {
    name: "a custom number",
    clause: { field: customFieldName({ id: FACETS.number, type: "number" }), op: "is", value: 70_000 },
    bare: valued(FACETS.number, "number_value = 70000"),
  },
  {
    name: "a custom text begins with",
    clause: { field: customFieldName({ id: FACETS.text, type: "text" }), op: "startsWith", value: "rak 777" },
    bare: valued(FACETS.text, "starts_with(folded_value, 'rak 777')"),
  },
  {
    name: "a custom date",
    clause: { field: customFieldName({ id: FACETS.date, type: "date" }), op: "is", value: "2010-05-05" },
    bare: valued(FACETS.date, "date_value = '2010-05-05'"),
  },
  {
    name: "a custom choice of few",
    clause: {
      field: customFieldName({ id: FACETS.choice, type: "choice" }),
      op: "anyOf",
      value: [FACETS.rareOption],
    },
    bare: valued(FACETS.choice, `option_id = '${FACETS.rareOption}'`),
  },
  {
    name: "a custom yes of most",
    clause: { field: customFieldName({ id: FACETS.yes, type: "yes_no" }), op: "is", value: true },
    bare: listed(
      `EXISTS (SELECT FROM custom_field_values v WHERE v.org_id = c.org_id AND v.customer_id = c.id AND v.field_id = '${FACETS.yes}' AND v.yes_value)`,
    ),
  },
  { name: "sorted by paid orders", sort: "orders", bare: listed("true", "orders_count DESC, id DESC") },
];
