import * as z from "zod";

/** The button that lets the shop's word stand again for a field. */
export const releaseSchema = z.object({ intent: z.literal("release"), field: z.string().max(40) });
