import { and, or, type SQL } from "drizzle-orm";
import { readCustomField } from "./catalogue";
import { CHECKOUT_CLAUSES } from "./checkout-clauses.server";
import type { CompileClause, FilterScope } from "./clause-sql";
import { refuse } from "./clause-values";
import { customClause } from "./custom-clauses.server";
import { CUSTOMER_CLAUSES } from "./customer-clauses.server";
import { type Clause, type Filter, type Group, isGroup } from "./filter-tree";
import { findProblem } from "./find-problem";
import type { Noun } from "./nouns";
import { ORDER_CLAUSES } from "./order-clauses.server";
import { PRODUCT_CLAUSES } from "./product-clauses.server";
import { SUBSCRIPTION_CLAUSES } from "./subscription-clauses.server";

const CLAUSES: Record<Noun, Record<string, CompileClause>> = {
  customers: CUSTOMER_CLAUSES,
  orders: ORDER_CLAUSES,
  products: PRODUCT_CLAUSES,
  subscriptions: SUBSCRIPTION_CLAUSES,
  checkouts: CHECKOUT_CLAUSES,
};

/**
 * A filter as a predicate on the noun's own table, under the transaction's tenant.
 * Days are of the organization's zone, counted back from `now`. Undefined lets
 * everything through. Throws `bad_request` for a filter that `findProblem` objects to.
 */
export function filterWhere(noun: Noun, filter: Filter | null, scope: FilterScope): SQL | undefined {
  if (!filter || filter.rules.length === 0) return undefined;
  if (findProblem(noun, filter)) return refuse();
  return compileGroup(noun, filter, scope);
}

function compileGroup(noun: Noun, { match, rules }: Group, scope: FilterScope): SQL | undefined {
  const parts = rules.map((rule) =>
    isGroup(rule) ? compileGroup(noun, rule, scope) : compileClause(noun, rule, scope),
  );
  return match === "all" ? and(...parts) : or(...parts);
}

function compileClause(noun: Noun, clause: Clause, scope: FilterScope): SQL {
  const custom = readCustomField(clause.field);
  const compile = custom ? customClause(custom) : CLAUSES[noun][clause.field];
  return compile ? compile(clause, scope) : refuse();
}
