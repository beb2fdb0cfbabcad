import { type SQL, sql } from "drizzle-orm";
import {
  booleanClause,
  type CompileClause,
  moneyClause,
  numberClause,
  sideClause,
  textClause,
} from "./clause-sql";
import { refuse } from "./clause-values";
import { dayClause } from "./day-clauses";
import type { Clause } from "./filter-tree";

/** How a value of each type is compared. */
const VALUES: Record<string, CompileClause> = {
  text: textClause(sql`v.folded_value`),
  url: textClause(sql`v.folded_value`),
  number: numberClause(sql`v.number_value`),
  money: moneyClause(sql`v.number_value`, sql`v.currency`),
  date: dayClause(sql`v.date_value`),
  yes_no: booleanClause(sql`v.yes_value`),
};

/** What tells that a row holds a value of the type; the indexes are partial by it. */
const HELD: Record<string, SQL> = {
  text: sql`v.folded_value is not null`,
  url: sql`v.folded_value is not null`,
  number: sql`v.number_value is not null and v.currency is null`,
  money: sql`v.currency is not null`,
  date: sql`v.date_value is not null`,
  yes_no: sql`v.yes_value is not null`,
};

/** A condition on a custom field of customers; a field that has another type holds no such values. */
export function customClause({ id, type }: { id: string; type: string }): CompileClause {
  const rows = (holds: SQL) => sql`select from custom_field_values v where v.org_id = customers.org_id
    and v.customer_id = customers.id and v.field_id = ${id}::uuid and ${holds}`;
  if (type === "choice" || type === "multi_choice") return sideClause(rows, sql`v.option_id`, "uuid");
  const compare = VALUES[type];
  const held = HELD[type];
  if (!compare || !held) return refuse;
  const has = (holds: SQL) => sql`exists (${rows(sql`${held} and ${holds}`)})`;
  return (clause, scope) => {
    if (clause.op === "isEmpty") return sql`not ${has(sql`true`)}`;
    if (clause.op === "isNotEmpty") return has(sql`true`);
    const positive = positiveOf(clause);
    return positive ? sql`not ${has(compare(positive, scope))}` : has(compare(clause, scope));
  };
}

/** Whoever has no value is not what is asked for, and has not said yes. */
function positiveOf(clause: Clause): Clause | null {
  if (clause.op === "isNot") return { ...clause, op: "is" };
  return clause.op === "is" && clause.value === false ? { ...clause, value: true } : null;
}
