import * as z from "zod";

/** What lists have in common in the URL. What is malformed counts as absent; cursors are checked by the list. */
export const pageParams = {
  /** The words in the list's search box. */
  q: z.string().trim().max(200).catch("").default(""),
  after: z.string().optional(),
  before: z.string().optional(),
};
