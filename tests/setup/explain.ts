import { neon } from "@neondatabase/serverless";
import * as z from "zod";
import type { Query } from "~/db/request-batch";
import type { OrgContext } from "~/domain/context";
import type { TestDatabase } from "./database";

type PlanNode = {
  "Node Type": string;
  "Parent Relationship"?: string | undefined;
  "Index Name"?: string | undefined;
  Plans?: PlanNode[] | undefined;
};
const nodeSchema: z.ZodType<PlanNode> = z.object({
  "Node Type": z.string(),
  "Parent Relationship": z.string().optional(),
  "Index Name": z.string().optional(),
  Plans: z.array(z.lazy(() => nodeSchema)).optional(),
});
const answerSchema = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: nodeSchema })]) })]);
const statementSchema = z.object({ sql: z.string(), params: z.array(z.unknown()) });
/** Every query that drizzle builds or takes as text can be prepared. */
type Preparable = { _prepare(): { getQuery(): unknown } };
const isPreparable = (query: object): query is Preparable => "_prepare" in query;

/** How Postgres would run one query: kinds of its steps, and the indexes it reads. What it looks up per row is left out. */
export type Plan = { steps: string[]; indexes: string[] };

/** The steps by which a plan's first limited part, a page of keys, is found. */
export function stepsToPage({ steps = [] }: Partial<Plan> = {}): string[] {
  return steps.slice(steps.indexOf("Limit"));
}

/**
 * The plans of everything that `work` reads, as the app's role in the organization,
 * row-level security included. Put some thousands of rows in place and ANALYZE first:
 * Postgres reads small tables whole.
 */
export async function explainReads(
  database: TestDatabase,
  orgId: string,
  ctx: OrgContext,
  work: (ctx: OrgContext) => Promise<unknown>,
): Promise<Plan[]> {
  const queries: Query[] = [];
  const read = ctx.db.read.bind(ctx.db);
  // What is read beside the page belongs to it.
  ctx.db.within = () => ctx.db;
  ctx.db.read = (query) => {
    queries.push(query);
    return read(query);
  };
  await work(ctx);
  return Promise.all(queries.map((query) => explain(database, orgId, query)));
}

async function explain(database: TestDatabase, orgId: string, query: Query): Promise<Plan> {
  if (!isPreparable(query)) throw new Error("no query of drizzle");
  const { sql, params } = statementSchema.parse(query._prepare().getQuery());
  const client = neon(database.url);
  const answers = await client.transaction([
    client.query("select set_config('app.org_id', $1, true)", [orgId]),
    client.query(`explain (format json, costs off) ${sql}`, params),
  ]);
  const [row] = answerSchema.parse(answers.at(-1));
  return planOf(row["QUERY PLAN"][0].Plan);
}

function planOf(node: PlanNode): Plan {
  const below = (node.Plans ?? []).filter((one) => one["Parent Relationship"] !== "SubPlan").map(planOf);
  return {
    steps: [node["Node Type"], ...below.flatMap((plan) => plan.steps)],
    indexes: [node["Index Name"], ...below.flatMap((plan) => plan.indexes)].filter(
      (name) => name !== undefined,
    ),
  };
}
