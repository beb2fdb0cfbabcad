import * as z from "zod";
import { listQuerySchema } from "~/domain/filters/list-query.schema";

/** Rows that one can choose by hand. */
const MOST_CHOSEN = 1_000;

const nouns = ["customers", "orders", "products", "subscriptions"] as const;
const json = z.string().transform((text, issue): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    issue.addIssue({ code: "custom", message: "errors:badRequest" });
    return null;
  }
});

/**
 * What is to leave: rows of a list, chosen (`ids`, with commas) or all that match (`query`, the
 * list's as JSON), as CSV or Excel, with the columns of the view or all.
 */
export const listExportSchema = z
  .object({
    noun: z.enum(nouns),
    format: z.enum(["csv", "xlsx"]),
    columns: z.string().max(2_000).optional(),
    ids: z.string().optional(),
    query: json.optional(),
  })
  .transform(({ noun, format, columns, ids, query }, issue) => {
    const keys = columns ? columns.split(",") : null;
    const chosen = ids === undefined ? null : z.array(z.uuid()).max(MOST_CHOSEN).safeParse(ids.split(","));
    const asked = listQuerySchema(noun).safeParse(query);
    if (chosen?.success) return { format, keys, rows: { noun, ids: chosen.data, query: null } };
    if (chosen === null && asked.success) return { format, keys, rows: { noun, query: asked.data, ids: [] } };
    issue.addIssue({ code: "custom", message: "errors:badRequest" });
    return z.NEVER;
  });

export type ListExport = z.output<typeof listExportSchema>;
