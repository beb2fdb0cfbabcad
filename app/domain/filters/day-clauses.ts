import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { CompileClause } from "./clause-sql";
import { daysOf, integerOf, refuse, textOf } from "./clause-values";
import type { Clause } from "./filter-tree";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Days begin up to so many hours before, and after, they do in UTC. */
const EAST = 14 * HOUR_MS;
const WEST = 12 * HOUR_MS;

/** The organization's zone, read once per query. */
const zone = sql`(select time_zone from organizations where id = app_org_id())`;

/**
 * When a day of the organization's calendar begins. The planner cannot know the zone,
 * so it is also told between which instants that is in any zone: without them it takes
 * a third of all rows to fit, and reads through what an index would find.
 */
type Day = { date: SQL; earliest: number; latest: number };

function dayOf(day: string, plus = 0): Day {
  const start = Date.parse(`${day}T00:00:00Z`) + plus * DAY_MS;
  return { date: sql`(${day}::date + ${plus}::integer)`, earliest: start - EAST, latest: start + WEST };
}

/** The day that is `ago` days before today; -1 is tomorrow. */
function daysBefore(now: Date, ago: number): Day {
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${zone})::date`;
  // Today began at most a day ago; a change of the clocks may move that by some hours.
  const latest = now.getTime() - ago * DAY_MS + 3 * HOUR_MS;
  return { date: sql`(${today} - ${ago}::integer)`, earliest: latest - DAY_MS - 6 * HOUR_MS, latest };
}

type Bounds = { from: (day: Day) => SQL; until: (day: Day) => SQL };

/** A condition on days as bounds, the upper one being the day after the last. */
function dayRange(clause: Clause, now: Date, { from, until }: Bounds): SQL {
  const { op } = clause;
  const both = (first: Day, after: Day) => sql`(${from(first)} and ${until(after)})`;
  if (op === "inLast") return both(daysBefore(now, integerOf(clause) - 1), daysBefore(now, -1));
  if (op === "notInLast") return until(daysBefore(now, integerOf(clause) - 1));
  if (op === "between") {
    const [first, last] = daysOf(clause);
    return both(dayOf(first), dayOf(last, 1));
  }
  const day = textOf(clause);
  if (op === "is") return both(dayOf(day), dayOf(day, 1));
  if (op === "before") return until(dayOf(day));
  return op === "after" ? from(dayOf(day, 1)) : refuse();
}

const instant = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`;

/** Instants by the days of the organization's calendar, today included in "the last 30 days". */
export function instantClause(column: PgColumn): CompileClause {
  const start = ({ date }: Day) => sql`(${date}::timestamp at time zone ${zone})`;
  const from = (day: Day) => sql`(${column} >= ${instant(day.earliest)} and ${column} >= ${start(day)})`;
  const until = (day: Day) => sql`(${column} < ${instant(day.latest)} and ${column} < ${start(day)})`;
  return (clause, { now }) => {
    if (clause.op === "isEmpty") return sql`${column} is null`;
    if (clause.op === "isNotEmpty") return sql`${column} is not null`;
    return dayRange(clause, now, { from, until });
  };
}

const utcDay = (ms: number) => sql`${new Date(ms).toISOString().slice(0, 10)}::date`;

/** Days without a time. */
export function dayClause(column: SQL): CompileClause {
  const from = ({ date, earliest }: Day) =>
    sql`(${column} >= ${utcDay(earliest - DAY_MS)} and ${column} >= ${date})`;
  const until = ({ date, latest }: Day) =>
    sql`(${column} < ${utcDay(latest + DAY_MS)} and ${column} < ${date})`;
  return (clause, { now }) => dayRange(clause, now, { from, until });
}
