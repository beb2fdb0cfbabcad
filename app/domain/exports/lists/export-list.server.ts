import { sql } from "drizzle-orm";
import { requireAttempt } from "~/domain/accounts/attempt-policies.server";
import { auditRow } from "~/domain/audit/audit-row";
import type { OrgContext } from "~/domain/context";
import { listOpenFields } from "~/domain/fields/fields-queries.server";
import { asksForHidden } from "~/domain/filters/read-list.server";
import { createJob } from "~/domain/jobs/create-job.server";
import { isAllowed } from "~/domain/organizations/permissions";
import { type SecurityEvent, securityEvent } from "~/domain/security/security-event";
import { AppError } from "~/lib/app-error";
import type { SheetCell } from "../sheet";
import { type ListColumn, listColumns } from "./list-columns";
import type { ListExport } from "./list-export.schema";
import { exportedFieldSchema } from "./own-columns";
import { type ListRows, readListRows, selectListRows } from "./read-list-rows.server";

/** More rows than this leave in the background. */
const MOST_AT_ONCE = 2_000;

type Words = { title: string; headingOf: (column: ListColumn) => string; visit: SecurityEvent["visit"] };

export type ExportedList =
  | { kind: "rows"; header: string[]; rows: SheetCell[][] }
  | { kind: "job"; jobId: string };

/**
 * Rows of a list, to leave at once when they are few and as a job when they are many. Contacts are
 * among them only for roles that may see them. Throws `too_many` for a member who exports all the
 * time, `bad_request` for a list that the role could not see.
 */
export async function exportList(
  ctx: OrgContext,
  { rows: asked, format, keys }: ListExport,
  words: Words,
): Promise<ExportedList> {
  await requireAttempt(ctx, "exportByMember", ctx.actor.id);
  const [{ role }, fields] = await Promise.all([
    ctx.db.entry(),
    asked.noun === "customers" ? listOpenFields(ctx) : [],
  ]);
  const mayViewContacts = isAllowed(role, "contacts.view");
  if ("query" in asked && (await asksForHidden(ctx, asked.noun, asked.query))) {
    throw new AppError("bad_request", "errors:badRequest");
  }
  const columns = listColumns(asked.noun, { keys, mayViewContacts, fields });
  const rows: ListRows = "query" in asked ? { ...asked, now: ctx.now() } : asked;
  const header = columns.map(words.headingOf);
  const page = { afterId: null, limit: MOST_AT_ONCE + 1 };
  const read = readListRows(columns, await ctx.db.read(selectListRows(ctx.db.orm, rows, { columns, page })));
  if (read.length > MOST_AT_ONCE) {
    const jobId = await exportLater(ctx, rows, { format, columns, header, title: words.title });
    return { kind: "job", jobId };
  }
  const facts = { noun: asked.noun, format, rows: read.length };
  const subject = { kind: "organization", id: null };
  await ctx.db.write([
    ctx.db.orm.execute(auditRow(ctx, { action: "list.exported", subject, facts })),
    ctx.db.orm.execute(signOf(ctx, words.visit, facts)),
  ]);
  return { kind: "rows", header, rows: read.map(({ cells }) => cells) };
}

type Later = { format: "csv" | "xlsx"; columns: ListColumn[]; header: string[]; title: string };

/** The question goes into the cursor, which is emptied with the job's end: it may name somebody. */
function exportLater(ctx: OrgContext, rows: ListRows, { columns, ...rest }: Later): Promise<string> {
  const question = "query" in rows ? { query: rows.query, ids: null } : { query: null, ids: rows.ids };
  const cursor = {
    rows: { noun: rows.noun, ...question, now: ctx.now().toISOString() },
    columns: columns.map(({ key }) => key),
    fields: columns.flatMap(({ field }) => (field ? [exportedFieldSchema.parse(field)] : [])),
    ...rest,
    after: null,
    files: [],
  };
  return createJob(ctx, {
    kind: "list_export",
    parameters: { noun: rows.noun, format: rest.format },
    act: { action: "list.export_begun", facts: { noun: rows.noun, format: rest.format } },
    along: (id) =>
      sql`update jobs set cursor = ${JSON.stringify(cursor)}::jsonb where id = ${id}::uuid and cursor is null`,
  });
}

function signOf(ctx: OrgContext, visit: SecurityEvent["visit"], facts: { noun: string; rows: number }) {
  return securityEvent(ctx, { kind: "exported", userId: ctx.actor.id, key: facts.noun, visit, facts });
}
