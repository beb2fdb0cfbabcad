import * as z from "zod";

/** A file of the archive while it grows: what of it is stored so far. Sizes are bytes. */
export const fileSchema = z.object({
  path: z.string(),
  rows: z.number(),
  bytes: z.number(),
  packedBytes: z.number(),
  crc32: z.number(),
  parts: z.number(),
});

export type ExportFile = z.infer<typeof fileSchema>;

/** How far an export has come: the next source, the last row that was read of it, and the files so far. */
export const exportCursorSchema = z.object({
  source: z.number().int(),
  after: z.array(z.union([z.string(), z.number()])).nullable(),
  total: z.number(),
  files: z.array(fileSchema),
});

export type ExportCursor = z.infer<typeof exportCursorSchema>;

/** What a finished export is made of. */
export const exportResultSchema = z.object({
  files: z.array(fileSchema),
  bytes: z.number(),
  /** Of a list's export. */
  noun: z.string().optional(),
  format: z.enum(["csv", "xlsx"]).optional(),
});

export const emptyFile = (path: string): ExportFile => ({
  ...{ path, rows: 0, bytes: 0, packedBytes: 0, crc32: 0, parts: 0 },
});

/** Where everything of an organization's exports is kept. */
export const exportsPrefix = (orgId: string) => `exports/${orgId}/`;

/** Where the parts of one export are kept. */
export const exportPrefix = (orgId: string, jobId: string) => `${exportsPrefix(orgId)}${jobId}/`;

/** The name of a file's part, from 0; the same for whoever writes it again after a crash. */
export function partName(place: { orgId: string; id: string }, path: string, part: number): string {
  return `${exportPrefix(place.orgId, place.id)}${path}/${String(part).padStart(6, "0")}`;
}
