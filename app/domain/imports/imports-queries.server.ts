import { asc, desc, eq, sql } from "drizzle-orm";
import { checkedText } from "~/db/checked-text";
import { shops } from "~/db/schema/connections";
import { importMappings, importParts, imports } from "~/db/schema/imports";
import { jobs } from "~/db/schema/jobs";
import { AppError } from "~/lib/app-error";
import type { OrgContext } from "../context";
import { JOB_STATES } from "../jobs/job-kinds";
import { listPeople } from "../organizations/organizations-queries.server";
import { requireRecordId } from "../record-id";
import { IMPORT_NOUNS } from "./import-fields";
import { importStateOf, STORED_STATES } from "./import-state";

const MOST = 100;
const MOST_SHOPS = 200;

const SUMMARY = {
  id: imports.id,
  noun: checkedText(imports.noun, IMPORT_NOUNS),
  fileName: imports.fileName,
  fileSize: imports.fileSize,
  rowCount: imports.rowCount,
  stored: checkedText(imports.state, STORED_STATES),
  counts: imports.counts,
  undo: imports.undo,
  createdBy: imports.createdBy,
  createdAt: imports.createdAt,
  startedAt: imports.startedAt,
  finishedAt: imports.finishedAt,
  expiresAt: imports.expiresAt,
  job: {
    id: jobs.id,
    state: checkedText(jobs.state, JOB_STATES),
    done: jobs.done,
    total: jobs.total,
    errorKey: jobs.errorKey,
  },
};

/** The newest imports, with who asked for them. */
export async function listImports(ctx: OrgContext) {
  const { db } = ctx;
  const [rows, people] = await Promise.all([
    db.read(
      db.orm
        .select(SUMMARY)
        .from(imports)
        .leftJoin(jobs, eq(jobs.id, imports.jobId))
        .orderBy(desc(imports.createdAt), desc(imports.id))
        .limit(MOST),
    ),
    listPeople(ctx),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ stored, createdBy, ...row }) => ({
    ...row,
    state: importStateOf(stored, row.job?.state ?? null),
    creatorName: names.get(createdBy) ?? null,
  }));
}

export type ListedImport = Awaited<ReturnType<typeof listImports>>[number];

/**
 * An import with all that its page shows: how its columns are read, or were read
 * for the same header (`remembered`), which parts have arrived, what a rehearsal
 * said, and the shops it may belong to. Throws `not_found`.
 */
export async function getImport(ctx: OrgContext, { importId }: { importId: string }) {
  const { db } = ctx;
  const id = requireRecordId(importId);
  const [[row], parts, shopList, people] = await Promise.all([
    db.read(
      db.orm
        .select({
          ...SUMMARY,
          encoding: imports.encoding,
          delimiter: imports.delimiter,
          sheet: imports.sheet,
          columns: imports.columns,
          partCount: imports.partCount,
          settings: imports.settings,
          rehearsal: imports.rehearsal,
          shopId: imports.shopId,
          remembered: REMEMBERED,
        })
        .from(imports)
        .leftJoin(jobs, eq(jobs.id, imports.jobId))
        .where(eq(imports.id, id)),
    ),
    db.read(
      db.orm
        .select({ part: importParts.part, hash: importParts.hash })
        .from(importParts)
        .where(eq(importParts.importId, id))
        .orderBy(asc(importParts.part)),
    ),
    db.read(
      db.orm
        .select({ id: shops.id, name: shops.name, platform: shops.platform })
        .from(shops)
        .orderBy(asc(shops.name), asc(shops.id))
        .limit(MOST_SHOPS),
    ),
    listPeople(ctx),
  ]);
  if (!row) throw new AppError("not_found", "errors:notFound");
  const { stored, createdBy, ...rest } = row;
  return {
    ...rest,
    state: importStateOf(stored, row.job?.state ?? null),
    creatorName: people.find((person) => person.id === createdBy)?.name ?? null,
    parts,
    shops: shopList,
  };
}

export type ImportDetails = Awaited<ReturnType<typeof getImport>>;

/** The settings of the latest file with the same header: hashed as `headerHash` does. */
const REMEMBERED = sql<(typeof importMappings.$inferSelect)["settings"] | null>`(
  select m.settings from ${importMappings} m where m.noun = ${imports.noun} and m.header_hash = ${imports.headerHash})`;
