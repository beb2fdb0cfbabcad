import * as z from "zod";
import { listQuerySchema } from "~/domain/filters/list-query.schema";
import { fileSchema } from "../export-cursor";
import { exportedFieldSchema } from "./own-columns";

const nouns = ["customers", "orders", "products", "subscriptions", "checkouts"] as const;

/** Which rows of which list, as of when; the query stays as the list had it. */
const rowsSchema = z
  .object({
    noun: z.enum(nouns),
    ids: z.array(z.uuid()).nullable(),
    query: z.unknown(),
    now: z.iso.datetime(),
  })
  .transform(({ noun, ids, query, now }) =>
    ids === null ? { noun, query: listQuerySchema(noun).parse(query), now: new Date(now) } : { noun, ids },
  );

/** How far an export of a list has come. It begins with all that was asked for. */
export const listExportCursor = z.object({
  rows: rowsSchema,
  columns: z.array(z.string()),
  /** The custom fields among them, as they were when it was asked for. */
  fields: z.array(exportedFieldSchema),
  /** The headings, in the language of whoever asked. */
  header: z.array(z.string()),
  title: z.string(),
  format: z.enum(["csv", "xlsx"]),
  /** The last row's id; null before the first. */
  after: z.uuid().nullable(),
  files: z.array(fileSchema),
});

export type ListExportCursor = z.output<typeof listExportCursor>;
