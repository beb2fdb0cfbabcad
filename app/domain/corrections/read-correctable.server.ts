import { sql } from "drizzle-orm";
import * as z from "zod";
import { readRows } from "~/db/read-rows";
import type { CorrectedValue } from "~/db/schema/corrections";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { requireRecordId } from "../record-id";
import { CORRECTABLE, type CorrectableKind, columnsOf } from "./correctable";
import { correctionsSchema } from "./corrections.schema";

const valueSchema: z.ZodType<CorrectedValue> = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const correctableRow = z.object({
  values: z.record(z.string(), valueSchema),
  corrections: correctionsSchema,
  platform: z.string(),
});

/** A record as it stands before a correction. Times are ISO 8601 UTC. */
export type CorrectableRecord = z.output<typeof correctableRow>;

/** Reads what may be corrected of a record that is not in the trash. Throws `not_found`. */
export async function readCorrectable(
  ctx: OrgContext,
  kind: CorrectableKind,
  recordId: string,
): Promise<CorrectableRecord> {
  const id = requireRecordId(recordId);
  const columns = columnsOf(kind);
  const pairs = [...columns].map(([field, [name]]) => sql`${field}::text, ${sql.raw(`r.${name}`)}`);
  const [row] = readRows(
    correctableRow,
    await ctx.db.read(
      ctx.db.orm.execute(sql`
        select jsonb_build_object(${sql.join(pairs, sql`, `)}) as values, r.corrections, s.platform
        from ${sql.raw(CORRECTABLE[kind].table)} r join shops s on s.id = r.shop_id
        where r.id = ${id}::uuid and r.deleted_at is null`),
    ),
  );
  if (!row) throw new AppError("not_found", "errors:notFound");
  const values = Object.entries(row.values).map(([field, value]) => {
    const isTime = columns.get(field)?.[1] === "timestamptz" && typeof value === "string";
    return [field, isTime ? new Date(value).toISOString() : value];
  });
  return { ...row, values: Object.fromEntries(values) };
}
