import { and, sql } from "drizzle-orm";
import { auditLog } from "~/db/schema/audit";
import type { OrgContext } from "../context";
import type { FileFormat, SheetCell } from "../exports/sheet";
import { type SecurityEvent, securityEvent } from "../security/security-event";
import type { ActFilters } from "./act-filters";
import {
  type ActNames,
  conditionsOf,
  type ListedAct,
  nameAct,
  readNames,
  selectActs,
} from "./audit-queries.server";
import { auditRow } from "./audit-row";
import type { Change } from "./list-changes";

/** Its texts are under `audit:export.columns`. */
export const EXPORT_COLUMNS = [
  "number",
  "time",
  "actor",
  "actorId",
  "act",
  "action",
  "subjectKind",
  "subject",
  "subjectId",
  "address",
  "device",
  "facts",
  "before",
  "after",
] as const;

/** The newest ones; older acts are exported by narrowing the time. */
const MOST_EXPORTED = 50_000;
const PAGE_SIZE = 2_000;

/**
 * Acts as rows of a file, newest first, at most `MOST_EXPORTED`. That they leave
 * is an act itself, written before the first of them does.
 */
export async function exportActs(
  ctx: OrgContext,
  filters: ActFilters,
  {
    words,
    visit,
    format,
  }: { words: (act: ListedAct) => string; visit: SecurityEvent["visit"]; format: FileFormat },
): Promise<AsyncIterable<SheetCell[][]>> {
  const { db, actor } = ctx;
  const limited = db.orm
    .select({ one: sql`1` })
    .from(auditLog)
    .where(and(...conditionsOf(filters)))
    .limit(MOST_EXPORTED)
    .as("limited");
  const [[counted], names] = await Promise.all([
    db.read(db.orm.select({ rows: sql<number>`count(*)::int` }).from(limited)),
    readNames(ctx),
  ]);
  const facts = { what: "audit", format, rows: counted?.rows ?? 0 };
  const act = { action: "audit.exported", subject: { kind: "audit", id: null }, facts };
  await db.write([
    db.orm.execute(auditRow(ctx, act)),
    db.orm.execute(securityEvent(ctx, { kind: "exported", userId: actor.id, key: "audit", visit, facts })),
  ]);
  return readPages(ctx, filters, names, words);
}

async function* readPages(
  ctx: OrgContext,
  filters: ActFilters,
  names: ActNames,
  words: (act: ListedAct) => string,
) {
  let before: number | null = null;
  for (let read = 0; read < MOST_EXPORTED; read += PAGE_SIZE) {
    const page: ListedAct[] = (
      await ctx.db.read(selectActs(ctx, filters, { before, after: null }, PAGE_SIZE))
    ).map((row) => nameAct(row, names));
    if (page.length > 0) yield page.map((act) => rowOf(act, words));
    before = page.at(-1)?.seq ?? null;
    if (page.length < PAGE_SIZE) return;
  }
}

/** In the order of `EXPORT_COLUMNS`. */
function rowOf(act: ListedAct, words: (act: ListedAct) => string): SheetCell[] {
  return [
    act.seq,
    act.at,
    act.actorName ?? act.actorKind,
    act.actorId,
    words(act),
    act.action,
    act.subjectKind,
    act.subjectName,
    act.subjectId,
    act.ip,
    act.device,
    JSON.stringify(act.facts),
    sideOf(act.changes, "before"),
    sideOf(act.changes, "after"),
  ];
}

function sideOf(changes: readonly Change[], side: "before" | "after"): string | null {
  const known = changes.filter((change) => change[side] !== null);
  if (known.length === 0) return null;
  return known.map((change) => `${change.field}: ${change[side]}`).join("\n");
}
