import { type SQL, sql } from "drizzle-orm";
import { orders } from "~/db/schema/orders";
import {
  booleanClause,
  type CompileClause,
  choiceClause,
  moneyClause,
  sideClause,
  textClause,
} from "./clause-sql";
import { textsOf } from "./clause-values";
import { instantClause } from "./day-clauses";
import type { ORDER_FIELDS } from "./order-fields";

/** How each field of orders is asked for. */
export const ORDER_CLAUSES: Record<keyof typeof ORDER_FIELDS, CompileClause> = {
  status: choiceClause(orders.status),
  placed: instantClause(orders.placedAt),
  total: moneyClause(orders.totalMinor, orders.currency),
  shop: choiceClause(orders.shopId, "uuid"),
  platform: sideClause(
    (holds) => sql`select from shops s where s.org_id = orders.org_id and s.id = orders.shop_id and ${holds}`,
    sql`s.platform`,
    "text",
  ),
  number: textClause(orders.number, (typed) => typed),
  customer: choiceClause(orders.customerId, "uuid"),
  product: sideClause(
    (
      holds,
    ) => sql`select from order_items i join products p on p.org_id = i.org_id and p.shop_id = orders.shop_id
        and p.external_id in (i.product_external_id, i.variant_external_id)
      where i.org_id = orders.org_id and i.order_id = orders.id and ${holds}`,
    sql`p.id`,
    "uuid",
  ),
  payment: textClause(sql`fold_text(${orders.paymentMethod})`),
  // The column has an index of its own, and most orders are without.
  coupon: couponClause,
  isRefunded: booleanClause(sql`${orders.refundedMinor} > 0`),
  cashOnDelivery: booleanClause(sql`${orders.isCashOnDelivery}`),
  isTest: booleanClause(sql`${orders.isTest}`),
  isRemoved: booleanClause(sql`${orders.removedAt} is not null`),
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
