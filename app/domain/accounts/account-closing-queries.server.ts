import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { AppError } from "~/lib/app-error";
import type { AccountsContext } from "./accounts-context";
import { callFunction, instantSchema } from "./call-function.server";

const closingSchema = z.object({
  closesAt: instantSchema.nullable(),
  email: z.string(),
  language: z.enum(LANGUAGES),
});

/** When the account of a session is deleted; `closesAt` is null while it is open. */
export async function getAccountClosing(ctx: Pick<AccountsContext, "db">, sessionId: string) {
  const call = sql`account_closing(${sessionId}::uuid)`;
  const closing = await callFunction(ctx.db, call, closingSchema.nullable());
  if (!closing) throw new AppError("unauthenticated", "errors:sessionEnded");
  return closing;
}
