import { type SQL, sql } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import { normalizePhone } from "~/lib/phone";
import {
  booleanClause,
  type CompileClause,
  choiceClause,
  numberClause,
  presenceClause,
  sideClause,
  textClause,
} from "./clause-sql";
import type { CUSTOMER_FIELDS } from "./customer-fields";
import { instantClause } from "./day-clauses";
import type { Clause } from "./filter-tree";
import { boughtClause } from "./product-items.server";
import { spendClause } from "./spend-clause.server";

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
  orders: ordersClause,
  spend: spendClause,
  firstOrder: instantClause(customers.firstOrderAt),
  lastOrder: lastOrderClause,
  created: instantClause(customers.createdAt),
  emailConsent: consentClause("email"),
  whatsappConsent: consentClause("whatsapp"),
  smsConsent: consentClause("sms"),
  shop: sideClause(ordersWhere, sql`o.shop_id`, "uuid"),
  platform: sideClause(
    (holds) =>
      // That there is such a shop at all is asked once, and not for each order.
      ordersWhere(sql`exists (select from shops s where ${holds})
        and exists (select from shops s where s.org_id = o.org_id and s.id = o.shop_id and ${holds})`),
    sql`s.platform`,
    "text",
  ),
  product: boughtClause({
    whose: sql`o.org_id = ${own} and o.customer_id = customers.id and o.deleted_at is null`,
    ...{ id: sql`customers.id`, of: sql`o.customer_id`, counts: sql`o.deleted_at is null` },
  }),
  hasEmail: presenceClause(customers.email),
  hasPhone: presenceClause(customers.phone),
  cashOnDelivery: booleanClause(sql`exists (${ordersWhere(sql`o.is_cash_on_delivery`)})`),
  hasAbandoned: (clause, scope) => booleanClause(leftACheckout(scope.now))(clause, scope),
  isSample: booleanClause(sql`${customers.isSample}`),
};

/** None is the least, and has an index. */
function ordersClause(...[clause, scope]: Parameters<CompileClause>): SQL {
  const isNone = clause.op === "atMost" && clause.value === 0;
  return numberClause(customers.ordersCount)(isNone ? { ...clause, op: "is" } : clause, scope);
}

/** Whether one of the customer's checkouts is abandoned, and no order has recovered it. */
function leftACheckout(now: Date): SQL {
  return sql`exists (select from checkouts k where k.org_id = ${own} and k.customer_id = customers.id
    and k.state = 'open' and k.abandoned_at <= ${now.toISOString()}::timestamptz)`;
}

/** The customer's orders outside of the trash that satisfy `holds` about `o`. */
function ordersWhere(holds: SQL): SQL {
  return sql`select from orders o
    where o.org_id = ${own} and o.customer_id = customers.id and o.deleted_at is null and ${holds}`;
}

/** By the list's own key, which is `-infinity` without an order, so that its index answers each of them. */
function lastOrderClause(...[clause, scope]: Parameters<CompileClause>): SQL {
  const key = customers.lastOrderKey;
  if (clause.op === "isEmpty") return sql`${key} = '-infinity'`;
  if (clause.op === "isNotEmpty") return sql`${key} > '-infinity'`;
  return sql`(${key} > '-infinity' and ${instantClause(key)(clause, scope)})`;
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

/** By the latest decision for the channel, under whichever of the customer's addresses it was made. */
function consentClause(channel: "email" | "whatsapp" | "sms"): CompileClause {
  // The later one is looked for by the decision's own customer, so that few decisions lead to their customers.
  const later = sql`select from identities j join consents n
      on n.org_id = j.org_id and n.identity_id = j.id and n.channel = ${channel}
    where j.org_id = i.org_id and j.customer_id = i.customer_id
      and (n.decided_at, n.recorded_at, n.id) > (c.decided_at, c.recorded_at, c.id)`;
  return sideClause(
    (holds) => sql`select from identities i join consents c
        on c.org_id = i.org_id and c.identity_id = i.id and c.channel = ${channel}
      where i.org_id = ${own} and i.customer_id = customers.id and ${holds} and not exists (${later})`,
    sql`c.state`,
    "text",
  );
}
