import * as z from "zod";
import { cleanText } from "~/lib/clean-text";
import { filterSchema } from "../filters/filter.schema";
import { findProblem } from "../filters/find-problem";
import { isSort, SORTS, usualOrder } from "../filters/list-sorts";
import { NOUNS, type Noun } from "../filters/nouns";
import type { ViewState } from "./list-address";

const LONGEST_STATE = 20_000;
const MOST_COLUMNS = 60;
const column = z.string().regex(/^[\w:-]{1,80}$/);
const density = z.enum(["comfortable", "compact"]);

const stateSchema = z.object({
  filter: filterSchema.nullable(),
  sort: z.string().max(80),
  order: z.enum(["asc", "desc"]),
  columns: z.array(column).min(1).max(MOST_COLUMNS).nullable(),
  density: density.nullable(),
});

const USUAL = { filter: null, columns: null, density: null };

/** A stored state; one that this program cannot read is the list as it usually is. */
export function readViewState(noun: Noun, stored: unknown): ViewState {
  const read = stateSchema.safeParse(stored);
  const sort = SORTS[noun][0];
  if (!read.success || !isOf(noun, read.data)) return { ...USUAL, sort, order: usualOrder(sort) };
  return read.data;
}

function isOf(noun: Noun, { filter, sort }: ViewState): boolean {
  return isSort(noun, sort) && (filter === null || findProblem(noun, filter) === null);
}

const noun = z.enum(NOUNS);
const id = z.uuid();
const name = z
  .string()
  .transform((text) => cleanText(text, 60) ?? "")
  .pipe(z.string().min(1));
/** The state as JSON, as a hidden field carries it. */
const state = z
  .string()
  .max(LONGEST_STATE)
  .transform((text, ctx) => {
    try {
      return stateSchema.parse(JSON.parse(text));
    } catch {
      ctx.addIssue({ code: "custom", message: "errors:badFilter" });
      return z.NEVER;
    }
  });
const isShared = z
  .enum(["true", "false"])
  .optional()
  .transform((text) => text === "true");

/** What can be done with views, by `intent`. */
export const viewFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("create"), noun, name, state, isShared }),
  z.object({ intent: z.literal("save"), noun, id, state }),
  z.object({ intent: z.literal("rename"), noun, id, name, isShared }),
  z.object({ intent: z.literal("delete"), noun, id }),
  z.object({ intent: z.literal("default"), noun, id: z.union([id, z.literal("all")]) }),
]);

export type ViewForm = z.output<typeof viewFormSchema>;
export const isStateOf = isOf;

/** How a member arranges a list where no view says otherwise. What is absent stays as it is. */
export const layoutSchema = z.object({
  noun,
  columns: z
    .string()
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(column).max(MOST_COLUMNS))
    .optional(),
  density: density.optional(),
  /** JSON of pixels by column. */
  widths: z
    .string()
    .max(4000)
    .transform((text, ctx) => {
      try {
        return JSON.parse(text);
      } catch {
        ctx.addIssue({ code: "custom" });
        return z.NEVER;
      }
    })
    .pipe(z.record(column, z.number().int().min(40).max(2000)))
    .optional(),
});

export type LayoutForm = z.output<typeof layoutSchema>;
