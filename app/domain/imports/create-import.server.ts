import { sql } from "drizzle-orm";
import * as z from "zod";
import { lockRoom } from "~/db/lock-room";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { auditRow } from "../audit/audit-row";
import type { OrgContext } from "../context";
import { headerHash } from "./header-hash";
import type { NewImport } from "./import.schema";

/** Imports that an organization may begin in a day. */
const MOST_PER_DAY = 100;
/** Days that a file which was never run is kept. */
const DAYS_UNUSED = 7;

const answerRow = z.object({
  id: z.uuid().nullable(),
  parts: z.array(z.object({ part: z.number(), hash: z.string() })),
  same: z.object({ id: z.uuid(), createdAt: z.string() }).nullable(),
});
export type CreatedImport = z.output<typeof answerRow> & { id: string };

/**
 * Begins an import, or goes on with one of the same file and header whose upload
 * was broken off: `parts` have arrived already. `same` is an earlier import of
 * the same content that was applied. Throws `too_many` after 100 a day.
 */
export async function createImport(ctx: OrgContext, input: NewImport): Promise<CreatedImport> {
  const id = ctx.newId();
  const columns = JSON.stringify(input.columns);
  const expiresAt = new Date(ctx.now().getTime() + DAYS_UNUSED * 86_400_000).toISOString();
  const [, result] = await ctx.db.write([
    ctx.db.orm.execute(lockRoom("imports")),
    ctx.db.orm.execute(sql`
      with open as (
        select id from imports
        where content_hash = ${input.contentHash} and noun = ${input.noun} and state = 'uploading'
          and created_by = ${ctx.actor.id}::uuid and columns = ${columns}::jsonb
          and sheet is not distinct from ${input.sheet}
        order by created_at desc limit 1
      ),
      recent as (select count(*) as count from imports where created_at > now() - interval '1 day'),
      made as (
        insert into imports (id, noun, file_name, file_size, content_hash, encoding, delimiter, sheet, columns,
          header_hash, created_by, expires_at)
        select ${id}::uuid, ${input.noun}, ${input.fileName}, ${input.fileSize}, ${input.contentHash},
          ${input.encoding}, ${input.delimiter}, ${input.sheet}, ${columns}::jsonb,
          ${await headerHash(input.columns)}, ${ctx.actor.id}::uuid,
          ${expiresAt}::timestamptz
        where not exists (select from open) and (select count from recent) < ${MOST_PER_DAY}
        returning id
      ),
      written as (
        ${auditRow(ctx, { action: "import.created", subject: { kind: "import", id }, facts: { noun: input.noun } })}
        from made
      )
      select (select count(*) from written) as written, coalesce((select id from open), (select id from made)) as id,
        (select coalesce(json_agg(json_build_object('part', part, 'hash', hash) order by part), '[]')
          from import_parts where import_id = (select id from open)) as parts,
        (select json_build_object('id', id, 'createdAt', created_at) from imports
          where content_hash = ${input.contentHash} and noun = ${input.noun} and started_at is not null
            and state <> 'undone'
          order by created_at desc limit 1) as same`),
  ]);
  const [row] = readRows(answerRow, result);
  if (!row?.id) throw new AppError("too_many", "imports:errors.tooMany", { values: { most: MOST_PER_DAY } });
  return { ...row, id: row.id };
}
