import { type SQL, sql } from "drizzle-orm";
import { customers } from "~/db/schema/customers";
import { compareNumber, type FilterScope } from "./clause-sql";
import { refuse } from "./clause-values";
import { holdsForNothing, type Way } from "./clause-ways";
import type { Clause } from "./filter-tree";

const rowsOf = (currency: SQL, holds: SQL) => sql`exists (select from customer_spend cs
  where cs.org_id = ${customers.orgId} and cs.customer_id = ${customers.id} and ${currency} and ${holds})`;

/** What a customer spent in a currency. Who has no row in it has spent nothing in it; who never paid has no row at all. */
export function spendClause(clause: Clause, { ways }: FilterScope): SQL {
  const currency = clause.currency ?? refuse();
  const rows = (holds: SQL) => rowsOf(sql`cs.currency = ${currency}`, holds);
  const asked = compareNumber(sql`cs.net_minor`, clause);
  if (!holdsForNothing(clause)) return rows(asked);
  const none = sql`not ${rows(sql`true`)}`;
  const others = sql`(cs.currency < ${currency} or cs.currency > ${currency})`;
  const byWay: Partial<Record<Way, SQL>> = {
    spent: rows(asked),
    // As the index says it, which is partial by it.
    unpaid: sql`(${customers.ordersCount} = 0 and ${none})`,
    elsewhere: sql`(${rowsOf(others, sql`true`)} and ${none})`,
  };
  const way = ways?.get(clause);
  return (way && byWay[way]) ?? sql`not ${rows(sql`not (${asked})`)}`;
}
