import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";
import type { ListQuery } from "~/domain/filters/list-query.schema";
import { selectMatchingIds } from "~/domain/filters/matching-ids.server";
import type { Noun } from "~/domain/filters/nouns";
import { decimalOf } from "~/lib/money";
import type { SheetCell } from "../sheet";
import { LIST_TABLES, type ListColumn } from "./list-columns";

/** Which rows leave: the chosen ones, or all that a list shows as of `now`. */
export type ListRows = { noun: Noun } & ({ ids: readonly string[] } | { query: ListQuery; now: Date });

type Page = { afterId: string | null; limit: number };

/** The next rows in the order of their ids, each with its id and a cell per column. */
export function selectListRows(
  orm: HttpDatabase,
  rows: ListRows,
  { columns, page }: { columns: readonly ListColumn[]; page: Page },
) {
  const cells = sql.join(columns.map(cellSql), sql`, `);
  return orm.execute(sql`
    with matching as materialized (${idsOf(orm, rows, page)})
    select r.id, json_build_array(${cells}) as cells
    from matching m ${LIST_TABLES[rows.noun]} order by r.id`);
}

/** Of the chosen ids, those that are still there. */
function idsOf(orm: HttpDatabase, rows: ListRows, { afterId, limit }: Page): SQL {
  if ("query" in rows) {
    return selectMatchingIds(orm, rows.noun, rows.query, { now: rows.now, afterId, limit }).getSQL();
  }
  const after = afterId === null ? sql`` : sql`and id > ${afterId}::uuid`;
  return sql`select id from ${sql.identifier(rows.noun)}
    where id = any(${sql.param([...rows.ids])}::uuid[]) and deleted_at is null ${after} order by id limit ${limit}`;
}

function cellSql({ kind, from }: ListColumn): SQL {
  if (kind !== "time") return from;
  const zone = sql`(select time_zone from organizations where id = app_org_id())`;
  return sql`to_char(${from} at time zone ${zone}, 'YYYY-MM-DD HH24:MI:SS')`;
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const listRow = z.object({ id: z.uuid(), cells: z.array(value) });

/** What `selectListRows` answered, as cells of a sheet. */
export function readListRows(columns: readonly ListColumn[], result: unknown) {
  const at = new Map(columns.map(({ key }, i) => [key, i]));
  return readRows(listRow, result).map(({ id, cells }) => ({
    id,
    cells: columns.map((column, i): SheetCell => {
      const cell = cells[i] ?? null;
      if (cell === null) return null;
      if (column.kind === "time") return { local: String(cell) };
      if (column.kind !== "money" || !column.currency) return cell;
      const currency = String(cells[at.get(column.currency) ?? -1] ?? "");
      return { decimal: decimalOf(Number(cell), currency) };
    }),
  }));
}
