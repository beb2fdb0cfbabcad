import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { takeTurn } from "~/db/writers-turn";
import { AppError } from "~/lib/app-error";
import type { Action } from "../audit/actions";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import type { TrashNoun } from "./trash-nouns";
import { recountAfter, TRASH_TABLES, uuids } from "./trash-statements.server";

type TrashChange = { noun: TrashNoun; id: string; action: Action; change: (ids: SQL) => SQL };

const outcomeRow = z.object({ isKnown: z.boolean(), changed: z.number(), written: z.number() });

/** One record into the trash or out of it, with its act and what follows from it. Throws `not_found`. */
export async function changeInTrash(
  ctx: OrgContext,
  { noun, id, action, change }: TrashChange,
): Promise<void> {
  const ids = uuids([requireRecordId(id)]);
  const act = { action, subject: { kind: noun, id } };
  const run = (statement: SQL) => ctx.db.orm.execute(statement);
  const [, result] = await ctx.db.write([
    run(takeTurn),
    run(sql`
      with changed as (${change(ids)}),
      written as (${auditRow(ctx, act)} from changed)
      select exists (select from ${TRASH_TABLES[noun]} where id = any (${ids})) as "isKnown",
        (select count(*)::int from changed) as changed, (select count(*)::int from written) as written`),
    ...recountAfter(noun, ids).map(run),
  ]);
  const [outcome] = readRows(outcomeRow, result);
  if (!outcome?.isKnown) throw new AppError("not_found", "errors:notFound");
}
