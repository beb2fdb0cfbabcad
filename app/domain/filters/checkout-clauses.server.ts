import { type SQL, sql } from "drizzle-orm";
import { checkouts } from "~/db/schema/checkouts";
import { CHECKOUT_STANDINGS, type CheckoutStanding } from "../checkouts/checkout-states";
import type { CHECKOUT_FIELDS } from "./checkout-fields";
import {
  booleanClause,
  type CompileClause,
  choiceClause,
  moneyClause,
  presenceClause,
  textClause,
} from "./clause-sql";
import { refuse, textsOf } from "./clause-values";
import { instantClause } from "./day-clauses";

/** How each field of checkouts is asked for. */
export const CHECKOUT_CLAUSES: Record<keyof typeof CHECKOUT_FIELDS, CompileClause> = {
  status: standingClause,
  total: moneyClause(checkouts.totalMinor, checkouts.currency),
  active: instantClause(checkouts.activeAt),
  started: instantClause(checkouts.startedAt),
  shop: choiceClause(checkouts.shopId, "uuid"),
  number: textClause(checkouts.number, (typed) => typed),
  customer: choiceClause(checkouts.customerId, "uuid"),
  isRemoved: presenceClause(checkouts.removedAt),
  isSample: booleanClause(sql`${checkouts.isSample}`),
};

/** An open checkout is abandoned once its hour is over, so the answer depends on when it is asked. */
function standingClause(...[clause, { now }]: Parameters<CompileClause>): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  const isOpen = sql`${checkouts.state} = 'open'`;
  const holds: Record<CheckoutStanding, SQL> = {
    active: sql`(${isOpen} and ${checkouts.abandonedAt} > ${at})`,
    abandoned: sql`(${isOpen} and ${checkouts.abandonedAt} <= ${at})`,
    recovered: sql`${checkouts.state} = 'recovered'`,
  };
  const asked = textsOf(clause);
  const any = CHECKOUT_STANDINGS.filter((standing) => asked.includes(standing)).map((one) => holds[one]);
  const isAny = any.length === 0 ? sql`false` : sql`(${sql.join(any, sql` or `)})`;
  if (clause.op === "anyOf") return isAny;
  return clause.op === "noneOf" ? sql`not ${isAny}` : refuse();
}
