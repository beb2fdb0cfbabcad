import { type SQL, sql } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import { normalizePhone } from "~/lib/phone";
import {
  booleanClause,
  type CompileClause,
  choiceClause,
  compareNumber,
  numberClause,
  sideClause,
  textClause,
} from "./clause-sql";
import { refuse } from "./clause-values";
import type { CUSTOMER_FIELDS } from "./customer-fields";
import { instantClause } from "./day-clauses";
import type { Clause } from "./filter-tree";

const own = sql`customers.org_id`;
const lower = (typed: SQL) => sql`lower(${typed})`;

/** How each field of customers is asked for. */
export const CUSTOMER_CLAUSES: Record<keyof typeof CUSTOMER_FIELDS, CompileClause> = {
  name: textClause(customers.nameKey),
  email: textClause(customers.email, lower),
  phone: phoneClause,
  company: textClause(customers.companyKey),
  city: textClause(customers.cityKey),
  state: choiceClause(customers.state),
  country: choiceClause(customers.country),
  tags: sideClause(
    (holds) => sql`select from customer_tags ct
      where ct.org_id = ${own} and ct.customer_id = customers.id and ${holds}`,
    sql`ct.tag_id`,
    "uuid",
  ),
  orders: numberClause(customers.ordersCount),
  spend: spendClause,
  firstOrder: instantClause(customers.firstOrderAt),
  lastOrder: instantClause(customers.lastOrderAt),
  created: instantClause(customers.createdAt),
  emailConsent: consentClause("email"),
  whatsappConsent: consentClause("whatsapp"),
  smsConsent: consentClause("sms"),
  shop: sideClause(ordersWhere, sql`o.shop_id`, "uuid"),
  platform: sideClause(
    (holds) =>
      sql`${ordersWhere(sql`exists (
      select from shops s where s.org_id = o.org_id and s.id = o.shop_id and ${holds})`)}`,
    sql`s.platform`,
    "text",
  ),
  product: sideClause((holds) => ordersWhere(sql`exists (${itemsOfProducts(holds)})`), sql`p.id`, "uuid"),
  hasEmail: booleanClause(sql`${customers.email} is not null`),
  hasPhone: booleanClause(sql`${customers.phone} is not null`),
  cashOnDelivery: booleanClause(sql`exists (${ordersWhere(sql`o.is_cash_on_delivery`)})`),
  isSample: booleanClause(sql`${customers.isSample}`),
};

/** The customer's orders outside of the trash that satisfy `holds` about `o`. */
function ordersWhere(holds: SQL): SQL {
  return sql`select from orders o
    where o.org_id = ${own} and o.customer_id = customers.id and o.deleted_at is null and ${holds}`;
}

/** The items of order `o` that are products satisfying `holds` about `p`. */
function itemsOfProducts(holds: SQL): SQL {
  return sql`select from order_items i join products p
      on p.org_id = i.org_id and p.shop_id = o.shop_id and p.external_id in (i.product_external_id, i.variant_external_id)
    where i.org_id = o.org_id and i.order_id = o.id and ${holds}`;
}

/** A number typed in any form: whole as it is kept, or its beginning with the calling code. */
function phoneClause(clause: Clause, scope: Parameters<CompileClause>[1]): SQL {
  const typed = typeof clause.value === "string" ? clause.value : null;
  if (typed === null) return textClause(customers.phone)(clause, scope);
  const value = (clause.op === "startsWith" ? null : normalizePhone(typed)) ?? beginningOfPhone(typed);
  return textClause(customers.phone, (text) => text)({ ...clause, value }, scope);
}

function beginningOfPhone(typed: string): string {
  const digits = typed.replace(/\D/g, "");
  if (digits === "") return typed;
  if (typed.trim().startsWith("+")) return `+${digits}`;
  return digits.startsWith("0") ? `+6${digits}` : `+${digits}`;
}

/** Who has no row in a currency has spent nothing in it. */
function spendClause(clause: Clause): SQL {
  const rows = (holds: SQL) => sql`exists (select from customer_spend cs where cs.org_id = ${own}
    and cs.customer_id = customers.id and cs.currency = ${clause.currency ?? refuse()} and ${holds})`;
  const asked = compareNumber(sql`cs.net_minor`, clause);
  return holdsForNothing(clause) ? sql`not ${rows(sql`not (${asked})`)}` : rows(asked);
}

function holdsForNothing({ op, value }: Clause): boolean {
  if (op === "between")
    return Array.isArray(value) && Math.min(...value.map(Number)) <= 0 && Math.max(...value.map(Number)) >= 0;
  const asked = Number(value);
  if (op === "atLeast") return asked <= 0;
  return op === "atMost" ? asked >= 0 : asked === 0;
}

/** By the latest decision for the channel, under whichever of the customer's addresses it was made. */
function consentClause(channel: "email" | "whatsapp" | "sms"): CompileClause {
  const decided = (of: SQL, more: SQL) => sql`select from identities i join consents ${of}
      on ${of}.org_id = i.org_id and ${of}.identity_id = i.id and ${of}.channel = ${channel}
    where i.org_id = ${own} and i.customer_id = customers.id and ${more}`;
  const later = decided(
    sql`n`,
    sql`(n.decided_at, n.recorded_at, n.id) > (c.decided_at, c.recorded_at, c.id)`,
  );
  return sideClause(
    (holds) => decided(sql`c`, sql`${holds} and not exists (${later})`),
    sql`c.state`,
    "text",
  );
}
