import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { flagOf, integerOf, integersOf, refuse, textOf, textsOf } from "./clause-values";
import type { Way } from "./clause-ways";
import type { Clause } from "./filter-tree";

/** What a condition's SQL may depend on besides the condition. */
export type FilterScope = { now: Date; ways?: ReadonlyMap<Clause, Way> };
/** Turns a condition on one field into SQL. */
export type CompileClause = (clause: Clause, scope: FilterScope) => SQL;

/** Something whose value a condition looks at. */
type Operand = PgColumn | SQL;

/** Never null, whatever `of` is: whoever has no value is not what is asked for. */
const isNot = (of: SQL) => sql`(${of}) is not true`;
const emptiness = (of: Operand, { op }: Clause): SQL | null => {
  if (op === "isEmpty") return sql`${of} is null`;
  return op === "isNotEmpty" ? sql`${of} is not null` : null;
};

/** Text against a column that `fold_text` filled; `fold` turns what was typed into the column's form. */
export function textClause(
  column: Operand,
  fold = (typed: SQL): SQL => sql`fold_text(${typed})`,
): CompileClause {
  return (clause) => {
    const none = emptiness(column, clause);
    if (none) return none;
    const typed = fold(sql`${textOf(clause).trim()}::text`);
    if (clause.op === "is") return sql`${column} = ${typed}`;
    // Said as what lies on both sides, in the order of the index: all but the usual value may be few.
    if (clause.op === "isNot") {
      return sql`(${column} ~<~ ${typed} or ${column} ~>~ ${typed} or ${column} is null)`;
    }
    // starts_with, unlike LIKE, may use the index under row-level security.
    if (clause.op === "startsWith") return sql`starts_with(${column}, ${typed})`;
    return clause.op === "contains" ? sql`strpos(${column}, ${typed}) > 0` : refuse();
  };
}

export function numberClause(column: Operand): CompileClause {
  return (clause) => emptiness(column, clause) ?? compareNumber(column, clause);
}

/** Numbers are bigint, so that none is too large to be compared. */
export function compareNumber(column: Operand, clause: Clause): SQL {
  const big = (value: number) => sql`${value}::bigint`;
  if (clause.op === "between") {
    const [from, to] = integersOf(clause);
    return sql`${column} between ${big(from)} and ${big(to)}`;
  }
  const value = big(integerOf(clause));
  if (clause.op === "is") return sql`${column} = ${value}`;
  if (clause.op === "isNot") return isNot(sql`${column} = ${value}`);
  if (clause.op === "atLeast") return sql`${column} >= ${value}`;
  return clause.op === "atMost" ? sql`${column} <= ${value}` : refuse();
}

/** Money beside its currency's column. */
export function moneyClause(column: Operand, currency: Operand): CompileClause {
  return (clause) =>
    emptiness(column, clause) ??
    sql`(${currency} = ${clause.currency ?? refuse()} and ${compareNumber(column, clause)})`;
}

export function booleanClause(holds: SQL): CompileClause {
  // Plain when it must hold, so that an index may be partial by it.
  return (clause) => (flagOf(clause) ? sql`(${holds})` : isNot(holds));
}

/** Whether a column has a value, said in a way that an index can answer for both. */
export function presenceClause(column: Operand): CompileClause {
  return (clause) => (flagOf(clause) ? sql`${column} is not null` : sql`${column} is null`);
}

/** A column with one of few values. */
export function choiceClause(column: Operand, type: "text" | "uuid" = "text"): CompileClause {
  return (clause) => {
    const none = emptiness(column, clause);
    if (none) return none;
    const values = listSql(clause, type);
    if (clause.op === "anyOf") return sql`${column} in (${values})`;
    if (clause.op !== "noneOf") return refuse();
    return besides(column, clause, type) ?? isNot(sql`${column} in (${values})`);
  };
}

/**
 * All but the usual values may be few, and an index finds what lies before, between and after them. Of several only
 * capitals, as codes of places are, whose order is the same in every collation; null for others.
 */
function besides(column: Operand, clause: Clause, type: "text" | "uuid"): SQL | null {
  const values = [...new Set(textsOf(clause))].toSorted();
  if (type === "uuid" && !values.every((value) => UUID.test(value))) return null;
  if (values.length > 1 && !values.every((value) => /^[A-Z]{2,3}$/.test(value))) return null;
  const bounds = values.map((value) => listSql({ ...clause, value: [value] }, type));
  const ranges = [...bounds.keys(), bounds.length].map((i) => {
    const [below, above] = [bounds[i - 1], bounds[i]];
    const from = below && sql`${column} > ${below}`;
    const to = above && sql`${column} < ${above}`;
    return from && to ? sql`(${from} and ${to})` : sql`${from ?? to}`;
  });
  return sql`(${sql.join(ranges, sql` or `)} or ${column} is null)`;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The values of a list, for `in (…)`; what can be no id is left to match nothing. */
export function listSql(clause: Clause, type: "text" | "uuid"): SQL {
  const texts = textsOf(clause);
  if (type === "text")
    return sql.join(
      texts.map((text) => sql`${text}::text`),
      sql`, `,
    );
  const ids = texts.filter((text) => UUID.test(text));
  return ids.length > 0
    ? sql.join(
        ids.map((id) => sql`${id}::uuid`),
        sql`, `,
      )
    : sql`null::uuid`;
}

/** Rows of a side table that has the record's key; `rows` gives the subquery for a condition on them. */
export function sideClause(rows: (holds: SQL) => SQL, column: Operand, type: "text" | "uuid"): CompileClause {
  const has = (holds: SQL) => sql`exists (${rows(holds)})`;
  return (clause) => {
    if (clause.op === "isEmpty") return sql`not ${has(sql`true`)}`;
    if (clause.op === "isNotEmpty") return has(sql`true`);
    if (clause.op === "allOf") {
      const each = [...new Set(textsOf(clause))].map((value) => listSql({ ...clause, value: [value] }, type));
      return sql`(${sql.join(
        each.map((value) => has(sql`${column} = ${value}`)),
        sql` and `,
      )})`;
    }
    const any = has(sql`${column} in (${listSql(clause, type)})`);
    if (clause.op === "anyOf") return any;
    return clause.op === "noneOf" ? sql`not ${any}` : refuse();
  };
}
