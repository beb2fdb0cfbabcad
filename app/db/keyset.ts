import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { AppError } from "~/lib/app-error";
import { type PageCursor, readPageCursor, writePageCursor } from "~/lib/page-cursor";

type SortOrder = "asc" | "desc";

/** One way to sort a list, with an index on (org_id, key, id). Neither column is ever null. */
export type Keyset = {
  /** In cursors, so that one of another sort is refused. */
  name: string;
  key: PgColumn;
  id: PgColumn;
  order: SortOrder;
  /** How the index runs; it is read backwards for the other order. */
  indexOrder: SortOrder;
};

/** The rows after or before a row; null is the first page. */
export type Position = { side: "after" | "before"; cursor: PageCursor } | null;

/** What the URL says about the page. */
export type PageParams = { after?: string | undefined; before?: string | undefined };

export type Page<T> = {
  rows: T[];
  /** Cursors for `before` and `after`; null at an end. */
  previous: string | null;
  next: string | null;
};

const INSTANT =
  /^(?:-?infinity|(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-](?:0\d|1[0-5])(?::?[0-5]\d)?)$/;

const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/;

/** Where the page is that the URL asks for. Throws `bad_request` for a cursor that this list did not write. */
export function readPosition(keyset: Keyset, { after, before }: PageParams): Position {
  const text = after ?? before;
  if (text === undefined) return null;
  const cursor = readPageCursor(text);
  if (!cursor || cursor.sort !== sortName(keyset) || !isKeyOf(keyset.key, cursor.key)) {
    throw new AppError("bad_request", "errors:badPage");
  }
  return { side: after === undefined ? "before" : "after", cursor };
}

/**
 * The parts of a query that reads one page through the index: from the position on,
 * in index order, one row more than the page has. `key` belongs into the selection.
 */
export function keysetClauses(keyset: Keyset, position: Position, size: number) {
  const isBack = position?.side === "before";
  const ascends = (keyset.order === "asc") !== isBack;
  // What the index holds last it must also be asked for last, or it cannot sort.
  const nulls = sql.raw((keyset.indexOrder === "asc") === ascends ? "nulls last" : "nulls first");
  const way = sql.raw(ascends ? "asc" : "desc");
  return {
    key: sql<string>`${keyset.key}::text`,
    where: position ? isBeyond(keyset, position.cursor, ascends) : undefined,
    orderBy: [sql`${keyset.key} ${way} ${nulls}`, sql`${keyset.id} ${way} ${nulls}`],
    way,
    nulls,
    limit: size + 1,
  };
}

function isBeyond({ key, id }: Keyset, cursor: PageCursor, ascends: boolean): SQL {
  const beyond = sql.raw(ascends ? ">" : "<");
  const type = sql.raw(key.getSQLType());
  return sql`(${key}, ${id}) ${beyond} (${cursor.key}::${type}, ${cursor.id}::uuid)`;
}

/** Turns what `keysetClauses` read into a page, in the list's order. */
export function toPage<T extends { key: string; id: string }>(
  keyset: Keyset,
  position: Position,
  read: readonly T[],
  size: number,
): Page<Omit<T, "key">> {
  const isBack = position?.side === "before";
  const kept = read.slice(0, size);
  if (isBack) kept.reverse();
  const hasMore = read.length > size;
  const cursorOf = (row: T | undefined) =>
    row ? writePageCursor({ sort: sortName(keyset), key: row.key, id: row.id }) : null;
  return {
    rows: kept.map(({ key: _key, ...row }) => row),
    previous: (isBack ? hasMore : position !== null) ? cursorOf(kept[0]) : null,
    next: (isBack ? true : hasMore) ? cursorOf(kept.at(-1)) : null,
  };
}

function sortName({ name, order }: Keyset): string {
  return `${name}.${order}`;
}

/** Whether Postgres will take the text as a value of the column: a forged cursor is no server error. */
function isKeyOf(column: PgColumn, text: string): boolean {
  const type = column.getSQLType();
  if (type === "integer") return /^-?\d{1,9}$/.test(text);
  if (type === "bigint") return /^-?\d{1,18}$/.test(text);
  if (type === "date") return DAY.test(text) && isCalendarTime(`${text} 00:00:00`);
  if (type === "timestamp with time zone") return INSTANT.test(text) && isCalendarTime(text);
  return type === "text" && !text.includes("\0");
}

function isCalendarTime(text: string): boolean {
  if (text.endsWith("infinity")) return true;
  const local = text.slice(0, 19).replace(" ", "T");
  const time = Date.parse(`${local}Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(local);
}
