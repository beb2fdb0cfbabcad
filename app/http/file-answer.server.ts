import { csvFile } from "~/domain/exports/csv-file.server";
import type { OpenedExport } from "~/domain/exports/open-export.server";
import type { FileFormat, Sheet } from "~/domain/exports/sheet";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
  zip: "application/zip",
} as const;

/**
 * A file that is saved, never shown: an attachment of exactly this type. `name`
 * comes from the program or an id, not from what somebody typed; what is no
 * letter, digit or dash is left out of it.
 */
export function fileAnswer(
  body: BodyInit,
  { name, extension }: { name: string; extension: keyof typeof TYPES },
): Response {
  const safe = name.replace(/[^A-Za-z0-9-]+/g, "-").slice(0, 80);
  return new Response(body, {
    headers: {
      "Content-Type": TYPES[extension],
      "Content-Disposition": `attachment; filename="${safe}.${extension}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** A finished export, while it is read. */
export function archiveAnswer({ fileName, extension, bytes, content }: OpenedExport): Response {
  const answer = fileAnswer(content, { name: fileName, extension });
  answer.headers.set("Content-Length", String(bytes));
  return answer;
}

/** A sheet as the file that was asked for. */
export async function sheetAnswer(sheet: Sheet, format: FileFormat, name: string): Promise<Response> {
  if (format === "csv") return fileAnswer(csvFile(sheet), { name, extension: "csv" });
  // Only who exports Excel files pays for what makes them.
  const { xlsxFile } = await import("~/domain/exports/xlsx-file.server");
  return fileAnswer(await xlsxFile(sheet), { name, extension: "xlsx" });
}
