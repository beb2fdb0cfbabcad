import * as z from "zod";
import { type ListQuery, listQuerySchema } from "~/domain/filters/list-query.schema";
import type { Noun } from "~/domain/filters/nouns";

/** Rows that one can choose by hand. */
const MOST_CHOSEN = 1_000;

const nouns = ["customers", "orders", "products", "subscriptions", "checkouts"] as const;
const json = z.string().transform((text, issue): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    issue.addIssue({ code: "custom", message: "errors:badRequest" });
    return null;
  }
});

/** `keys` name columns; null for all of them. */
export type ListExport = {
  format: "csv" | "xlsx";
  keys: string[] | null;
  rows: { noun: Noun } & ({ ids: string[] } | { query: ListQuery });
};

/**
 * What is to leave: rows of a list, chosen (`ids`, with commas) or all that match (`query`, the
 * list's as JSON), as CSV or Excel, with the columns of the view or all.
 */
export const listExportSchema = z
  .object({
    noun: z.enum(nouns),
    format: z.enum(["csv", "xlsx"]),
    columns: z.string().max(20_000).optional(),
    ids: z.string().optional(),
    query: json.optional(),
  })
  .transform(({ noun, format, columns, ids, query }, issue): ListExport => {
    const keys = columns ? columns.split(",") : null;
    const chosen = ids === undefined ? null : z.array(z.uuid()).max(MOST_CHOSEN).safeParse(ids.split(","));
    const asked = listQuerySchema(noun).safeParse(query);
    if (chosen?.success) return { format, keys, rows: { noun, ids: chosen.data } };
    if (chosen === null && asked.success) return { format, keys, rows: { noun, query: asked.data } };
    issue.addIssue({ code: "custom", message: "errors:badRequest" });
    return z.NEVER;
  });
