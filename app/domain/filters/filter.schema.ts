import * as z from "zod";
import { OPS } from "./filter-ops";
import {
  type Clause,
  clausesOf,
  depthOf,
  type Filter,
  type Group,
  MOST_CLAUSES,
  MOST_DEPTH,
} from "./filter-tree";

const LONGEST_FILTER = 12_000;
const MOST_VALUES = 50;

const scalar = z.union([z.string().max(200), z.number().refine(Number.isSafeInteger), z.boolean()]);
const clauseSchema: z.ZodType<Clause> = z.strictObject({
  field: z.string().min(1).max(80),
  op: z.enum(OPS),
  value: z.union([scalar, z.array(scalar).min(1).max(MOST_VALUES)]).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});

const match = z.enum(["all", "any"]);
const groupSchema: z.ZodType<Group> = z.lazy(() =>
  z.strictObject({ match, rules: z.array(z.union([clauseSchema, groupSchema])).min(1) }),
);

/** A filter's form; what its fields are is `findProblem`'s to judge. */
export const filterSchema: z.ZodType<Filter> = z
  .strictObject({ v: z.literal(1), match, rules: z.array(z.union([clauseSchema, groupSchema])) })
  .refine((filter) => depthOf(filter) <= MOST_DEPTH && clausesOf(filter).length <= MOST_CLAUSES);

/** Reads the `filter` of a URL. Null for what is no filter, is too deep or too large. */
export function readFilter(text: string): Filter | null {
  if (text.length > LONGEST_FILTER) return null;
  try {
    return filterSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
