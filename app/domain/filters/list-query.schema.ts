import * as z from "zod";
import { pageParams } from "../page-params.schema";
import { filterSchema, readFilter } from "./filter.schema";
import type { Filter } from "./filter-tree";
import type { FilterProblem } from "./find-problem";
import { findProblem } from "./find-problem";
import { isSort, SORTS, usualOrder } from "./list-sorts";
import type { Noun } from "./nouns";

/** Which rows a list shows, and in what order: plain JSON, as a job keeps it. */
export type ListQuery = { q: string; filter: Filter | null; sort: string; order: "asc" | "desc" };

/** A list query from a form or a job. */
export function listQuerySchema(noun: Noun): z.ZodType<ListQuery> {
  return z.object({
    q: z.string().max(200),
    filter: filterSchema.refine((filter) => findProblem(noun, filter) === null).nullable(),
    sort: z.string().refine((sort) => isSort(noun, sort)),
    order: z.enum(["asc", "desc"]),
  });
}

/** All that a list's address says. */
export type ListParams = ListQuery & {
  after?: string | undefined;
  before?: string | undefined;
  /** Why the filter of the address cannot be asked; `filter` is null then. */
  problem: FilterProblem | null;
  /** Names of the columns in their order, where the address says so. */
  columns: string[] | null;
  density: "comfortable" | "compact" | null;
  /** A view's id; `all` for the list without a view. */
  view: string | null;
};

const paramsSchema = z.object({
  ...pageParams,
  filter: z.string().optional(),
  sort: z.string().max(80).optional(),
  order: z.enum(["asc", "desc"]).optional().catch(undefined),
  columns: z
    .string()
    .regex(/^[\w:-]+(,[\w:-]+){0,59}$/)
    .optional()
    .catch(undefined),
  density: z.enum(["comfortable", "compact"]).optional().catch(undefined),
  view: z
    .union([z.uuid(), z.literal("all")])
    .optional()
    .catch(undefined),
});

/** Single values that links may give instead of a whole filter: `?status=paid`. */
const SHORTCUTS: Record<Noun, readonly string[]> = {
  customers: [],
  orders: ["status", "shop", "customer"],
  products: ["stock", "shop"],
  subscriptions: ["status", "shop", "customer"],
  checkouts: ["status", "shop", "customer"],
};

/** Reads a list's query string. What is malformed counts as absent; a bad filter is named in `problem`. */
export function readListParams(noun: Noun, params: URLSearchParams): ListParams {
  const names = Object.keys(paramsSchema.shape);
  const told = paramsSchema.parse(
    Object.fromEntries(names.map((name) => [name, params.get(name) ?? undefined])),
  );
  const sort = told.sort && isSort(noun, told.sort) ? told.sort : SORTS[noun][0];
  const filter = told.filter ? readFilter(told.filter) : shortcutsOf(noun, params);
  const problem = told.filter && !filter ? "unreadable" : filter && findProblem(noun, filter);
  return {
    ...told,
    sort,
    order: told.order ?? usualOrder(sort),
    filter: problem ? null : filter,
    problem,
    columns: told.columns?.split(",") ?? null,
    density: told.density ?? null,
    view: told.view ?? null,
  };
}

function shortcutsOf(noun: Noun, params: URLSearchParams): Filter | null {
  const rules = SHORTCUTS[noun].flatMap((field) => {
    const value = params.get(field);
    return value ? [{ field, op: "anyOf" as const, value: [value.slice(0, 80)] }] : [];
  });
  return rules.length > 0 ? { v: 1, match: "all", rules } : null;
}
