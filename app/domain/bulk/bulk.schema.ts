import * as z from "zod";
import { type ListQuery, listQuerySchema } from "../filters/list-query.schema";
import { LISTS, TRASH_NOUNS, type TrashNoun } from "../trash/trash-nouns";

const TRASH_ACTS = [
  z.object({ kind: z.literal("trash") }),
  z.object({ kind: z.literal("restore") }),
] as const;

/** What is done to every record of a selection; customers alone have tags and fields. */
const customerActSchema = z.discriminatedUnion("kind", [
  ...TRASH_ACTS,
  z.object({ kind: z.literal("add_tag"), tagId: z.uuid() }),
  z.object({ kind: z.literal("remove_tag"), tagId: z.uuid() }),
  /** `value` as somebody typed it; read by the field's type. */
  z.object({ kind: z.literal("set_field"), fieldId: z.uuid(), value: z.string().max(5000) }),
  z.object({ kind: z.literal("clear_field"), fieldId: z.uuid() }),
]);
const recordActSchema = z.discriminatedUnion("kind", TRASH_ACTS);
export type BulkAct = z.output<typeof customerActSchema>;

/** Acts that every noun has. */
export const isTrashAct = ({ kind }: { kind: string }) => kind === "trash" || kind === "restore";

/** As many ids as a page of a list can have, with room. */
const MOST_IDS = 1000;

/** Records that were ticked, or all that a list shows, on however many pages. */
export type BulkSelection =
  | { kind: "ids"; ids: string[] }
  | { kind: "matching"; params: ListQuery; count: number };

export const bulkSelectionSchema = (noun: TrashNoun): z.ZodType<BulkSelection> =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("ids"), ids: z.array(z.uuid()).min(1).max(MOST_IDS) }),
    z.object({
      kind: z.literal("matching"),
      params: listQuerySchema(LISTS[noun]),
      /** As the list counted it: for the audit log, not for the work. */
      count: z.number().int().nonnegative(),
    }),
  ]);

const requestOf = (noun: TrashNoun) =>
  z.object({
    noun: z.literal(noun),
    act: noun === "customer" ? customerActSchema : recordActSchema,
    selection: bulkSelectionSchema(noun),
  });

/** A change of many records, as the selection bar asks for it. */
const bulkRequestSchema = z.union(TRASH_NOUNS.map(requestOf));
export type BulkRequest = z.output<typeof bulkRequestSchema>;

/** What the bar and the toast send; a request travels as JSON, because it is no flat form. */
export const bulkActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change"), request: z.string().transform(parseJson).pipe(bulkRequestSchema) }),
  z.object({ intent: z.literal("undo"), changeId: z.uuid() }),
]);

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "errors:badRequest" });
    return z.NEVER;
  }
}
