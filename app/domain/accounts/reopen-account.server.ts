import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import type { AccountsContext } from "./accounts-context";
import { callFunction } from "./call-function.server";

/** Takes the closing of an account back. Throws `conflict` when it is not closing. */
export async function reopenAccount(ctx: AccountsContext, sessionId: string): Promise<void> {
  const call = sql`account_reopen(${sessionId}::uuid, ${ctx.visit.ip})`;
  if (!(await callFunction(ctx.db, call, z.boolean()))) throw new AppError("conflict", "errors:conflict");
}
