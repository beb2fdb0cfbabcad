import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import type { SheetCell } from "../exports/sheet";
import { requireRecordId } from "../record-id";
import { TRASH_TABLES } from "../trash/trash-statements.server";
import { keptChangeRow, selectChange } from "./read-change.server";

const PAGE_SIZE = 1000;
const failureRow = z.object({ id: z.uuid(), name: z.string().nullable(), errorKey: z.string() });

const NAMES = {
  customer: sql`t.name`,
  order: sql`t.number`,
  product: sql`t.name`,
  subscription: sql`t.number`,
};

/**
 * The records that a bulk change could not change, as rows of a file: id, name or
 * number, and the reason in `words`. Throws `not_found` when it is older than 30 days.
 */
export async function openFailures(
  ctx: OrgContext,
  { changeId, words }: { changeId: string; words: (errorKey: string) => string },
): Promise<AsyncIterable<SheetCell[][]>> {
  const found = await ctx.db.read(ctx.db.orm.execute(selectChange(requireRecordId(changeId))));
  const [change] = readRows(keptChangeRow, found);
  if (!change) throw new AppError("not_found", "errors:bulk.expired");
  const readPage = async (after: string) => {
    const query = sql`
      select r.record_id as id, ${NAMES[change.noun]} as name, r.error_key as "errorKey"
      from bulk_change_rows r left join ${TRASH_TABLES[change.noun]} t on t.id = r.record_id
      where r.change_id = ${change.changeId}::uuid and r.outcome = 'failed' and r.record_id > ${after}::uuid
      order by r.record_id limit ${PAGE_SIZE}`;
    return readRows(failureRow, await ctx.db.read(ctx.db.orm.execute(query)));
  };
  return pages(readPage, words);
}

const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

async function* pages(
  readPage: (after: string) => Promise<z.output<typeof failureRow>[]>,
  words: (errorKey: string) => string,
) {
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    const page: z.output<typeof failureRow>[] = await readPage(after);
    if (page.length > 0) yield page.map(({ id, name, errorKey }) => [id, name, words(errorKey)]);
    after = page.length === PAGE_SIZE ? page.at(-1)?.id : undefined;
  }
}
