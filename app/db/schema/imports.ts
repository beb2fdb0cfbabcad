import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { ImportSettings } from "~/domain/imports/import.schema";
import type {
  ImportCounts,
  ImportProblem,
  ImportProgress,
  Rehearsal,
  UndoCounts,
} from "~/domain/imports/import-outcomes";
import { createdAt, id, instant, orgId, updatedAt } from "./columns";
import { shops } from "./connections";
import { organizations } from "./organizations";

/** A file that somebody brought: how it is read, what became of it, and how to undo it. */
export const imports = pgTable(
  "imports",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    id: id(),
    noun: text("noun").notNull(),
    fileName: text("file_name").notNull(),
    fileSize: bigint("file_size", { mode: "number" }).notNull(),
    /** SHA-256 of the file, hexadecimal: the same file again is said to be the same. */
    contentHash: text("content_hash").notNull(),
    encoding: text("encoding"),
    delimiter: text("delimiter"),
    sheet: text("sheet"),
    /** The header's names, as they stand in the file. */
    columns: jsonb("columns").$type<string[]>().notNull(),
    /** Names the header whatever file it stands in. */
    headerHash: text("header_hash").notNull(),
    /** Null until the last part is here. */
    rowCount: integer("row_count"),
    partCount: integer("part_count"),
    settings: jsonb("settings").$type<ImportSettings>(),
    state: text("state").notNull().default("uploading"),
    /** The job that works on it, or did so last. */
    jobId: uuid("job_id"),
    /** Whose customer numbers, orders and products these are; known when it first runs. */
    shopId: uuid("shop_id"),
    /** The next row to rehearse, apply or undo; kept with what was done, so that nothing is done twice. */
    progress: jsonb("progress").$type<ImportProgress>(),
    /** What would become of the rows; its examples hold personal data and go with the file. */
    rehearsal: jsonb("rehearsal").$type<Rehearsal>(),
    counts: jsonb("counts").$type<ImportCounts>(),
    undo: jsonb("undo").$type<UndoCounts>(),
    createdBy: uuid("created_by").notNull(),
    /** The time of everything the import tells. */
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    /** When its file and what undoing it needs are deleted; null once they are. */
    expiresAt: instant("expires_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.shopId], foreignColumns: [shops.orgId, shops.id] }),
    index("imports_created_idx").on(t.orgId, t.createdAt.desc(), t.id.desc()),
    index("imports_content_idx").on(t.orgId, t.contentHash),
    index("imports_expires_idx").on(t.expiresAt).where(sql`expires_at is not null`),
    check("imports_noun", sql`${t.noun} in ('customers', 'orders', 'products')`),
    check(
      "imports_state",
      sql`${t.state} in ('uploading', 'matching', 'rehearsing', 'rehearsed', 'running', 'done', 'undoing', 'undone')`,
    ),
  ],
);

/** The pieces of a file that have arrived. Their rows are in the archive. */
export const importParts = pgTable(
  "import_parts",
  {
    orgId: orgId(),
    importId: uuid("import_id").notNull(),
    /** From 0. */
    part: integer("part").notNull(),
    /** The file's row number of the first, counted from 1 without the header. */
    firstRow: integer("first_row").notNull(),
    rowCount: integer("row_count").notNull(),
    /** SHA-256 of what was sent, hexadecimal. */
    hash: text("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.importId, t.part] }),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [imports.orgId, imports.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** What became of a row, and what it changed, as it was before. */
export const importRows = pgTable(
  "import_rows",
  {
    orgId: orgId(),
    importId: uuid("import_id").notNull(),
    /** The row's number in the file; the first one's, where several rows are one order. */
    row: integer("row").notNull(),
    outcome: text("outcome").notNull(),
    recordId: uuid("record_id"),
    /** What undoing needs; null for what was created or rejected. */
    before: jsonb("before").$type<unknown>(),
    problems: jsonb("problems").$type<ImportProblem[]>(),
    /** Set when undoing has dealt with it. */
    undone: text("undone"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.importId, t.row] }),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [imports.orgId, imports.id] }).onDelete(
      "cascade",
    ),
    index("import_rows_outcome_idx").on(t.orgId, t.importId, t.outcome, t.row),
    index("import_rows_record_idx").on(t.orgId, t.recordId),
    check("import_rows_outcome", sql`${t.outcome} in ('created', 'changed', 'skipped', 'rejected')`),
    check("import_rows_undone", sql`${t.undone} in ('restored', 'trashed', 'kept')`),
  ],
);

/** What a rehearsal has told so far of whom, instead of writing it anywhere; gone when it is over. */
export const importDrafts = pgTable(
  "import_drafts",
  {
    orgId: orgId(),
    importId: uuid("import_id").notNull(),
    /** Key text of an identity, or of an order or product. */
    key: text("key").notNull(),
    /** The customer it would belong to. */
    recordId: uuid("record_id"),
    value: jsonb("value").$type<unknown>(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.importId, t.key] }),
    foreignKey({ columns: [t.orgId, t.importId], foreignColumns: [imports.orgId, imports.id] }).onDelete(
      "cascade",
    ),
    index("import_drafts_record_idx").on(t.orgId, t.importId, t.recordId),
  ],
);

/** How columns of these names were matched last. */
export const importMappings = pgTable(
  "import_mappings",
  {
    orgId: orgId().references(() => organizations.id, { onDelete: "cascade" }),
    noun: text("noun").notNull(),
    /** SHA-256 of the header's names, hexadecimal. */
    headerHash: text("header_hash").notNull(),
    settings: jsonb("settings").$type<ImportSettings>().notNull(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.noun, t.headerHash] })],
);
