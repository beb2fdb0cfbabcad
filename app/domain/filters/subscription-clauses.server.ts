import { sql } from "drizzle-orm";
import { subscriptions } from "~/db/schema/subscriptions";
import {
  booleanClause,
  type CompileClause,
  choiceClause,
  moneyClause,
  presenceClause,
  textClause,
} from "./clause-sql";
import { instantClause } from "./day-clauses";
import type { SUBSCRIPTION_FIELDS } from "./subscription-fields";

/** How each field of subscriptions is asked for. */
export const SUBSCRIPTION_CLAUSES: Record<keyof typeof SUBSCRIPTION_FIELDS, CompileClause> = {
  status: choiceClause(subscriptions.status),
  amount: moneyClause(subscriptions.amountMinor, subscriptions.currency),
  nextPayment: instantClause(subscriptions.nextPaymentAt),
  lastPayment: instantClause(subscriptions.lastPaymentAt),
  started: instantClause(subscriptions.startedAt),
  ended: instantClause(subscriptions.endedAt),
  shop: choiceClause(subscriptions.shopId, "uuid"),
  number: textClause(subscriptions.number, (typed) => typed),
  customer: choiceClause(subscriptions.customerId, "uuid"),
  isRemoved: presenceClause(subscriptions.removedAt),
  isSample: booleanClause(sql`${subscriptions.isSample}`),
};
