import { type SQL, sql } from "drizzle-orm";
import { orders } from "~/db/schema/orders";
import {
  booleanClause,
  type CompileClause,
  choiceClause,
  moneyClause,
  presenceClause,
  sideClause,
  textClause,
} from "./clause-sql";
import { textsOf } from "./clause-values";
import { instantClause } from "./day-clauses";
import type { ORDER_FIELDS } from "./order-fields";
import { boughtClause } from "./product-items.server";

/** How each field of orders is asked for. */
export const ORDER_CLAUSES: Record<keyof typeof ORDER_FIELDS, CompileClause> = {
  status: choiceClause(orders.status),
  placed: instantClause(orders.placedAt),
  total: moneyClause(orders.totalMinor, orders.currency),
  shop: choiceClause(orders.shopId, "uuid"),
  platform: sideClause(
    // That there is such a shop at all is asked once, and not for each order.
    (holds) => sql`select from shops s where s.org_id = orders.org_id and s.id = orders.shop_id and ${holds}
      and exists (select from shops s where ${holds})`,
    sql`s.platform`,
    "text",
  ),
  number: textClause(orders.number, (typed) => typed),
  customer: choiceClause(orders.customerId, "uuid"),
  product: boughtClause({
    whose: sql`o.org_id = orders.org_id and o.id = orders.id`,
    ...{ id: sql`orders.id`, of: sql`o.id`, counts: sql`o.deleted_at is null` },
  }),
  payment: textClause(orders.paymentKey),
  // The column has an index of its own, and most orders are without.
  coupon: couponClause,
  isRefunded: booleanClause(sql`${orders.refundedMinor} > 0`),
  cashOnDelivery: booleanClause(sql`${orders.isCashOnDelivery}`),
  isTest: booleanClause(sql`${orders.isTest}`),
  isRemoved: presenceClause(orders.removedAt),
  isSample: booleanClause(sql`${orders.isSample}`),
};

function couponClause(...[clause, scope]: Parameters<CompileClause>): SQL {
  if (clause.op === "isEmpty") return sql`not ${orders.hasCoupon}`;
  if (clause.op === "isNotEmpty") return sql`${orders.hasCoupon}`;
  const value = textsOf(clause).map((code) => code.trim().toLowerCase());
  const hasOne = sql`(${orders.hasCoupon} and ${CODES({ ...clause, op: "anyOf", value }, scope)})`;
  return clause.op === "noneOf" ? sql`not ${hasOne}` : hasOne;
}

const CODES = sideClause(
  (holds) => sql`select from jsonb_array_elements_text(${orders.coupons}) code where ${holds}`,
  sql`lower(code)`,
  "text",
);
