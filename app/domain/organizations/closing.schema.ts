import * as z from "zod";

/** What can be sent to the page that closes and reopens an organization. */
export const closingActionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("close"), name: z.string().max(200) }),
  z.object({ intent: z.literal("reopen") }),
]);

export type CloseForm = Extract<z.input<typeof closingActionSchema>, { intent: "close" }>;
