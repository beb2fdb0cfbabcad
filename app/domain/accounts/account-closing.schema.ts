import * as z from "zod";

/** What can be sent to the page that closes and reopens an account. */
export const accountClosingSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("close"), email: z.string().max(254) }),
  z.object({ intent: z.literal("reopen") }),
]);

export type CloseAccountForm = Extract<z.input<typeof accountClosingSchema>, { intent: "close" }>;
