import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { JobDb } from "~/db/job-db";
import { readRows } from "~/db/read-rows";
import type { ExportCursor } from "./export-cursor";
import type { ExportSource } from "./export-tables";

/** At most so many rows and, after the first row, so many bytes are read at once. */
const MOST_ROWS = 500;
const MOST_BYTES = 2_000_000;

const pageRow = z.object({
  row: z.record(z.string(), z.unknown()),
  picked: z.coerce.number(),
});

/** Rows of a source in the order of its key; `after` is the last one's key, null when the source has no more. */
export type ExportPage = { rows: Record<string, unknown>[]; after: ExportCursor["after"] };

/** The next rows after a key; from the start when there is none. */
export async function readExportPage(
  db: JobDb,
  source: ExportSource,
  after: ExportCursor["after"],
): Promise<ExportPage> {
  const keys = names(source.keys.map(({ name }) => name));
  const behind = after === null ? sql`` : sql`where (${keys}) > (${keyValues(source, after)})`;
  const [result] = await db.run([
    db.orm.execute(sql`
      with page as (
        select ${names(source.columns)} from ${sql.raw(source.from)} ${behind} order by ${keys} limit ${MOST_ROWS}
      ),
      measured as (
        select to_jsonb(page) as row, row_number() over (order by ${keys}) as place,
          sum(octet_length(page::text)) over (order by ${keys}) as bytes
        from page
      )
      select row, (select count(*) from page) as picked from measured
      where place = 1 or bytes <= ${MOST_BYTES} order by place`),
  ]);
  const found = readRows(pageRow, result);
  const rows = found.map(({ row }) => row);
  const [last, picked] = [rows.at(-1), found[0]?.picked ?? 0];
  const isLastPage = picked < MOST_ROWS && rows.length === picked;
  return { rows, after: last && !isLastPage ? keyOf(source, last) : null };
}

/** How many rows the sources have together now. */
export async function countExportRows(db: JobDb, sources: readonly ExportSource[]): Promise<number> {
  const counts = sources.map(({ from }) => sql`(select count(*) from ${sql.raw(from)})`);
  const [result] = await db.run([db.orm.execute(sql`select ${sql.join(counts, sql` + `)} as total`)]);
  return readRows(z.object({ total: z.coerce.number() }), result)[0]?.total ?? 0;
}

const names = (columns: readonly string[]) =>
  sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );

function keyValues({ keys }: ExportSource, after: NonNullable<ExportCursor["after"]>): SQL {
  const values = keys.map(({ type }, i) => sql`${String(after[i])}::${sql.raw(type)}`);
  return sql.join(values, sql`, `);
}

const keyValue = z.union([z.string(), z.number()]);

function keyOf({ keys }: ExportSource, row: Record<string, unknown>) {
  return keys.map(({ name }) => keyValue.parse(row[name]));
}
