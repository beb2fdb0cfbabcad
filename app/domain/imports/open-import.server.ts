import { sql } from "drizzle-orm";
import * as z from "zod";
import type { OrgTransaction } from "~/db/org-transaction";
import { readRows } from "~/db/read-rows";
import { AppError } from "~/lib/app-error";
import { beginValues, openFieldSchema } from "../fields/begin-values";
import type { JobTools, RunningJob } from "../jobs/job-step";
import { importSettingsSchema } from "./import.schema";
import { IMPORT_NOUNS } from "./import-fields";
import { type ImportCounts, NO_COUNTS } from "./import-outcomes";
import { STORED_STATES } from "./import-state";
import type { ReadPlan } from "./read-customer-row";
import { columnsByField } from "./row-cells";

const counts = z.object({
  created: z.number(),
  changed: z.number(),
  skipped: z.number(),
  rejected: z.number(),
  untagged: z.number().optional(),
});
const undoCounts = z.object({ restored: z.number(), trashed: z.number(), kept: z.number() });

const problem = z.object({
  row: z.number().optional(),
  column: z.number().nullable(),
  code: z.string(),
  found: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const diff = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });
const examples = z.array(
  z.object({ row: z.number(), label: z.string(), diffs: z.array(diff), problems: z.array(problem) }),
);
const rehearsal = z.object({
  counts,
  examples: z.object({ created: examples, changed: examples, skipped: examples, rejected: examples }),
});

const openRow = z.object({
  id: z.uuid(),
  noun: z.enum(IMPORT_NOUNS),
  state: z.enum(STORED_STATES),
  settings: importSettingsSchema,
  rowCount: z.number(),
  shopId: z.uuid().nullable(),
  currency: z.string(),
  timeZone: z.string(),
  startedAt: z.iso.datetime({ offset: true }).nullable(),
  progress: z.object({ part: z.number(), offset: z.number(), order: z.string().optional() }).nullable(),
  counts: counts.nullable(),
  /** Null once it runs. */
  rehearsal: rehearsal.nullable(),
  undo: undoCounts.nullable(),
  /** The one that is next, and the one after it. */
  parts: z.array(
    z.object({ part: z.number(), firstRow: z.number(), rowCount: z.number(), hash: z.string() }),
  ),
  fields: z.array(openFieldSchema.and(z.object({ name: z.string() }))),
});

/** An import as its job finds it. */
export type OpenImport = z.output<typeof openRow> & { counts: ImportCounts };

const parametersSchema = z.object({ importId: z.uuid() });

/** The import that a job works on. Throws `not_found` when it is gone. */
export async function openImport({ db }: Pick<JobTools, "db">, job: RunningJob): Promise<OpenImport> {
  const { importId } = parametersSchema.parse(job.parameters);
  const [result] = await db.run([
    db.orm.execute(sql`
      select i.id, i.noun, i.state, i.settings, i.row_count as "rowCount", i.shop_id as "shopId", o.currency,
        o.time_zone as "timeZone", to_json(i.started_at) as "startedAt", i.progress, i.counts, i.undo,
        case when i.started_at is null then i.rehearsal end as rehearsal,
        (select coalesce(json_agg(json_build_object('part', part, 'firstRow', first_row, 'rowCount', row_count,
          'hash', hash) order by part), '[]') from import_parts p where p.import_id = i.id
          and part between coalesce((i.progress ->> 'part')::integer, 0)
            and coalesce((i.progress ->> 'part')::integer, 0) + 1) as parts,
        (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'type', type, 'options', options,
          'isRequired', is_required, 'isUnique', is_unique, 'currency', currency, 'defaultValue', default_value)
          order by position, id), '[]') from custom_fields where archived_at is null) as fields
      from imports i join organizations o on o.id = i.org_id where i.id = ${importId}::uuid`),
  ]);
  const [row] = readRows(openRow, result);
  if (!row) throw new AppError("not_found", "errors:notFound");
  return { ...row, counts: row.counts ?? NO_COUNTS };
}

/** How its rows are read. Throws `conflict` when a custom field that it names is gone. */
export function readPlanOf({ settings, fields }: OpenImport, shopId: string): ReadPlan {
  const known = new Map(fields.map((field) => [field.id, field]));
  const named = settings.columns.filter((target) => target.startsWith("custom:"));
  const wanted = named.map((target) => {
    const field = known.get(target.slice("custom:".length));
    if (!field) throw new AppError("conflict", "imports:errors.fieldGone");
    return [target, field] as const;
  });
  const { values, problems } = beginValues(fields, {});
  const begin = { values, needed: fields.filter(({ id }) => problems[id] !== undefined) };
  return { settings, places: columnsByField(settings), shopId, fields: new Map(wanted), begin };
}

/** The name of the shop that is made for files. */
const FILES = "Files";

/**
 * The shop whose numbers, orders and products a file's are: the one that was chosen,
 * or the one for files, made on first use. Throws `conflict` when it is gone.
 */
export async function findShop(
  tx: OrgTransaction,
  { settings, currency }: OpenImport,
  newId: () => string,
): Promise<string> {
  const wanted = settings.shopId;
  const result = await tx.execute(
    wanted === null
      ? sql`insert into shops (id, platform, external_id, name, currency)
          values (${newId()}::uuid, 'file', 'file', ${FILES}, ${currency})
          on conflict (org_id, platform, external_id) do update set platform = excluded.platform returning id`
      : sql`select id from shops where id = ${wanted}::uuid`,
  );
  const [shop] = readRows(z.object({ id: z.uuid() }), result);
  if (!shop) throw new AppError("conflict", "imports:errors.shopGone");
  return shop.id;
}

/** As `findShop`, without making one: a rehearsal writes nothing. */
export async function lookUpShop(
  tx: OrgTransaction,
  { settings }: OpenImport,
  newId: () => string,
): Promise<string> {
  const result = await tx.execute(
    settings.shopId === null
      ? sql`select id from shops where platform = 'file' and external_id = 'file'`
      : sql`select id from shops where id = ${settings.shopId}::uuid`,
  );
  const [shop] = readRows(z.object({ id: z.uuid() }), result);
  if (!shop && settings.shopId !== null) throw new AppError("conflict", "imports:errors.shopGone");
  return shop?.id ?? newId();
}
