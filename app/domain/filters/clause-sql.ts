import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { daysOf, flagOf, integerOf, integersOf, refuse, textOf, textsOf } from "./clause-values";
import type { Clause } from "./filter-tree";

/** What a condition's SQL may depend on besides the condition. */
export type FilterScope = { now: Date };
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
    if (clause.op === "isNot") return isNot(sql`${column} = ${typed}`);
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
  return (clause) => (flagOf(clause) ? sql`(${holds}) is true` : isNot(holds));
}

/** A column with one of few values. */
export function choiceClause(column: Operand, type: "text" | "uuid" = "text"): CompileClause {
  return (clause) => {
    const none = emptiness(column, clause);
    if (none) return none;
    const isOne = sql`${column} in (${listSql(clause, type)})`;
    if (clause.op === "anyOf") return isOne;
    return clause.op === "noneOf" ? isNot(isOne) : refuse();
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The values of a list; what can be no id is left to match nothing. */
function listSql(clause: Clause, type: "text" | "uuid"): SQL {
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

/** The organization's zone, read once per query. */
const zone = sql`(select time_zone from organizations where id = app_org_id())`;
/** When a day of the organization's calendar begins. */
const startOf = (day: SQL) => sql`((${day})::timestamp at time zone ${zone})`;

/** Instants by the days of the organization's calendar, today included in "the last 30 days". */
export function instantClause(column: Operand): CompileClause {
  return (clause, { now }) => {
    const none = emptiness(column, clause);
    if (none) return none;
    const from = (day: SQL) => sql`${column} >= ${startOf(day)}`;
    const until = (day: SQL) => sql`${column} < ${startOf(day)}`;
    return dayRange(clause, sql`(${now.toISOString()}::timestamptz at time zone ${zone})::date`, {
      from,
      until,
    });
  };
}

/** Days without a time. */
export function dayClause(column: Operand): CompileClause {
  return (clause, { now }) => {
    const none = emptiness(column, clause);
    if (none) return none;
    const from = (day: SQL) => sql`${column} >= (${day})::date`;
    const until = (day: SQL) => sql`${column} < (${day})::date`;
    return dayRange(clause, sql`(${now.toISOString()}::timestamptz at time zone ${zone})::date`, {
      from,
      until,
    });
  };
}

type Bounds = { from: (day: SQL) => SQL; until: (day: SQL) => SQL };

/** `until` ends before its day. */
function dayRange(clause: Clause, today: SQL, { from, until }: Bounds): SQL {
  const { op } = clause;
  if (op === "inLast") {
    const days = integerOf(clause);
    return sql`(${from(sql`${today} - ${days - 1}::integer`)} and ${until(sql`${today} + 1`)})`;
  }
  if (op === "notInLast") return until(sql`${today} - ${integerOf(clause) - 1}::integer`);
  if (op === "between") {
    const [first, last] = daysOf(clause);
    return sql`(${from(sql`${first}::date`)} and ${until(sql`${last}::date + 1`)})`;
  }
  const day = sql`${textOf(clause)}::date`;
  if (op === "is") return sql`(${from(day)} and ${until(sql`${day} + 1`)})`;
  if (op === "before") return until(day);
  return op === "after" ? from(sql`${day} + 1`) : refuse();
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
