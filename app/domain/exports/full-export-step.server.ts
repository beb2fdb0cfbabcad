import type { JobStep, JobTools, RunningJob } from "../jobs/job-step";
import { type ExportCursor, type ExportFile, emptyFile, exportCursorSchema } from "./export-cursor";
import { EXPORT_SOURCES, type ExportSource } from "./export-tables";
import { csvText, jsonText } from "./export-texts";
import { finishExport } from "./finish-export.server";
import { countExportRows, type ExportPage, readExportPage } from "./read-export-page.server";
import { storePart } from "./store-part.server";

/**
 * The next page of a full export: read, written as CSV and as JSON, compressed
 * and stored as a part of the archive's files; at the end the manifest.
 */
export const fullExportStep: JobStep = async (tools, job) => {
  const cursor = await openCursor(tools, job);
  const source = EXPORT_SOURCES[cursor.source];
  if (!source) return finishExport(tools, job, cursor);
  const page = await readExportPage(tools.db, source, cursor.after);
  const files = await storePage(tools, job, { cursor, source, page });
  const next: ExportCursor = {
    ...cursor,
    source: page.after === null ? cursor.source + 1 : cursor.source,
    after: page.after,
    files,
  };
  const done = job.done + page.rows.length;
  return { isDone: false, cursor: next, done, total: Math.max(cursor.total, done), failed: 0 };
};

async function openCursor({ db }: JobTools, { cursor }: RunningJob): Promise<ExportCursor> {
  if (cursor !== null) return exportCursorSchema.parse(cursor);
  return { source: 0, after: null, total: await countExportRows(db, EXPORT_SOURCES), files: [] };
}

async function storePage(
  tools: JobTools,
  job: RunningJob,
  { cursor, source, page }: { cursor: ExportCursor; source: ExportSource; page: ExportPage },
): Promise<ExportFile[]> {
  const paths = [`csv/${source.name}.csv`, `json/${source.name}.json`];
  const finished = cursor.files.filter(({ path }) => !paths.includes(path));
  const [csv, json] = paths.map((path) => cursor.files.find((file) => file.path === path) ?? emptyFile(path));
  if (!csv || !json) return finished;
  const isFirst = csv.parts === 0;
  const isLast = page.after === null;
  const texts = [
    { file: csv, text: csvText(source.columns, page.rows, isFirst) },
    { file: json, text: jsonText(page.rows, { isFirst, isLast, hasRows: json.rows > 0 }) },
  ];
  const grown = await Promise.all(
    texts.map(({ file, text }) => storePart(tools, job, { file, text, rows: page.rows.length, isLast })),
  );
  return [...finished, ...grown];
}
