import * as z from "zod";
import { deliveryFiltersSchema } from "../delivery-filters.schema";

/** As many as somebody can have ticked, with room. */
const MOST_IDS = 500;

/** Deliveries that were ticked, or all that the log shows under its filters, on however many pages. */
export const replaySelectionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ids"), ids: z.array(z.uuid()).min(1).max(MOST_IDS) }),
  z.object({ kind: z.literal("matching"), filters: deliveryFiltersSchema }),
]);
export type ReplaySelection = z.output<typeof replaySelectionSchema>;

/** What the desk's buttons send; a selection travels as JSON, because it is no flat form. */
export const deskActSchema = z.object({
  intent: z.enum(["rehearse", "replay"]),
  selection: z.string().transform(parseJson).pipe(replaySelectionSchema),
});
export type DeskAct = z.output<typeof deskActSchema>;

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "errors:badRequest" });
    return z.NEVER;
  }
}
