import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { checkSettings } from "./check-settings";
import type { ImportSettings } from "./import.schema";
import { IMPORT_NOUNS } from "./import-fields";

const fileRow = z.object({ noun: z.enum(IMPORT_NOUNS), columns: z.array(z.string()) });

/**
 * Says how a file's columns are read, and remembers it for files with the same
 * header. What an earlier rehearsal said no longer holds. Throws `invalid` for
 * settings that do not fit the file, `conflict` once it has run.
 */
export async function matchImport(
  ctx: OrgContext,
  { importId, settings }: { importId: string; settings: ImportSettings },
): Promise<void> {
  const id = requireRecordId(importId);
  const { db } = ctx;
  const found = await db.read(db.orm.execute(sql`select noun, columns from imports where id = ${id}::uuid`));
  const [file] = readRows(fileRow, found);
  if (!file) throw new AppError("not_found", "errors:notFound");
  checkSettings(file, settings);
  const json = JSON.stringify(settings);
  const [result] = await db.write([
    db.orm.execute(sql`
      with matched as (
        update imports set settings = ${json}::jsonb, state = 'matching', rehearsal = null, progress = null,
          updated_at = now()
        where id = ${id}::uuid and started_at is null and row_count is not null
          and (state in ('matching', 'rehearsed') or (state = 'rehearsing' and not exists (
            select from jobs j where j.id = imports.job_id and j.state in ('queued', 'running'))))
        returning noun, header_hash
      ),
      remembered as (
        insert into import_mappings (noun, header_hash, settings)
        select noun, header_hash, ${json}::jsonb from matched
        on conflict (org_id, noun, header_hash) do update set settings = excluded.settings, updated_at = now()
      )
      select noun from matched`),
  ]);
  if (readRows(z.object({ noun: z.string() }), result).length === 0)
    throw new AppError("conflict", "imports:errors.isUnderWay");
}
