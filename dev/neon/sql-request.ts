import type { IncomingHttpHeaders } from "node:http";
import * as z from "zod";

const querySchema = z.object({
  query: z.string(),
  /** The driver sends every value as Postgres text. */
  params: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).default([]),
});
const bodySchema = z.union([z.object({ queries: z.array(querySchema) }), querySchema]);

const headersSchema = z.object({
  "neon-raw-text-output": z.literal("true"),
  "neon-array-mode": z.enum(["true", "false"]).default("false"),
  "neon-batch-isolation-level": z
    .enum(["ReadUncommitted", "ReadCommitted", "RepeatableRead", "Serializable"])
    .optional(),
  "neon-batch-read-only": z.enum(["true", "false"]).default("false"),
  "neon-batch-deferrable": z.enum(["true", "false"]).default("false"),
});

export type Query = z.infer<typeof querySchema>;

export type SqlRequest = {
  queries: Query[];
  /** The statement that opens the transaction of a batch; null for a query of its own. */
  begin: string | null;
  isArrayMode: boolean;
};

/** Understands the body and headers of `POST /sql`; a text says what is wrong with them. */
export function readSqlRequest(body: string, headers: IncomingHttpHeaders): SqlRequest | string {
  const options = headersSchema.safeParse(headers);
  if (!options.success) return `header not supported: ${z.prettifyError(options.error)}`;
  const parsed = bodySchema.safeParse(parseJson(body));
  if (!parsed.success) return `body not understood: ${z.prettifyError(parsed.error)}`;
  const isArrayMode = options.data["neon-array-mode"] === "true";
  if ("queries" in parsed.data) {
    return { queries: parsed.data.queries, begin: beginStatement(options.data), isArrayMode };
  }
  return { queries: [parsed.data], begin: null, isArrayMode };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function beginStatement(options: z.infer<typeof headersSchema>): string {
  const level = options["neon-batch-isolation-level"];
  const words = ["BEGIN"];
  if (level) words.push("ISOLATION LEVEL", level.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toUpperCase());
  if (options["neon-batch-read-only"] === "true") words.push("READ ONLY");
  if (options["neon-batch-deferrable"] === "true") words.push("DEFERRABLE");
  return words.join(" ");
}
