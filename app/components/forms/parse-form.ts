import { parseWithZod } from "@conform-to/zod/v4";
import type * as z from "zod";
import { issueMessage } from "./issue-message";

/**
 * Reads a submitted form against its schema, in the action as in the browser.
 * `submission.status === "success"` has the `value`; otherwise answer with
 * `submission.reply()`, whose errors are translation keys.
 */
export function parseForm<Schema extends z.ZodType>(form: FormData | URLSearchParams, schema: Schema) {
  return parseWithZod(form, { schema, error: issueMessage });
}
