import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { HttpDatabase } from "~/db/client";
import { readRows } from "~/db/read-rows";
import { storedValueSchema } from "~/domain/fields/stored-value";
import type { ListQuery } from "~/domain/filters/list-query.schema";
import { selectMatchingIds } from "~/domain/filters/matching-ids.server";
import type { Noun } from "~/domain/filters/nouns";
import { decimalOf } from "~/lib/money";
import type { SheetCell } from "../sheet";
import { LIST_TABLES, type ListColumn } from "./list-columns";
import { readOwnCell } from "./own-columns";

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
  const fieldIds = columns.flatMap(({ field }) => field?.id ?? []);
  return orm.execute(sql`
    with matching as materialized (${idsOf(orm, rows, page)})
    select r.id, json_build_array(${cells}) as cells, ${fieldIds.length > 0 ? ownValues(fieldIds) : sql`null`} as own
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

/** All of a customer's custom fields at once: a function takes no more than a hundred cells. */
function ownValues(fieldIds: readonly string[]): SQL {
  return sql`(select json_agg(v order by v.item) from custom_field_values v
    where v.customer_id = r.id and v.field_id = any(${sql.param([...fieldIds])}::uuid[]))`;
}

function cellSql({ kind, from }: ListColumn): SQL {
  if (kind !== "time") return from;
  const zone = sql`(select time_zone from organizations where id = app_org_id())`;
  return sql`to_char(${from} at time zone ${zone}, 'YYYY-MM-DD HH24:MI:SS')`;
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const ownValue = storedValueSchema.extend({ field_id: z.uuid() });
const listRow = z.object({ id: z.uuid(), cells: z.array(value), own: z.array(ownValue).nullable() });

/** What `selectListRows` answered, as cells of a sheet. */
export function readListRows(columns: readonly ListColumn[], result: unknown) {
  const at = new Map(columns.map(({ key }, i) => [key, i]));
  return readRows(listRow, result).map(({ id, cells, own }) => ({
    id,
    cells: columns.map((column, i): SheetCell => {
      const { field } = column;
      if (field) return readOwnCell(field, own?.filter((stored) => stored.field_id === field.id) ?? []);
      const cell = cells[i] ?? null;
      if (cell === null) return null;
      if (column.kind === "time") return { local: String(cell) };
      if (column.kind !== "money" || !column.currency) return cell;
      const currency = String(cells[at.get(column.currency) ?? -1] ?? "");
      return { decimal: decimalOf(Number(cell), currency) };
    }),
  }));
}
