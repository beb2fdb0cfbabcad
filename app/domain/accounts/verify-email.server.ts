import { sql } from "drizzle-orm";
import * as z from "zod";
import type { AccountsContext } from "./accounts-context";
import { callFunction } from "./call-function.server";
import { hashEmailToken } from "./email-token.server";

/** What a link would verify, left unused: programs that follow links in mails must not use it up. */
export async function findVerification(
  ctx: AccountsContext,
  token: string,
): Promise<{ email: string; organization: string } | null> {
  return callFunction(
    ctx.db,
    sql`account_find_verification(${await hashEmailToken(token)})`,
    z.object({ email: z.string(), organization: z.string() }).nullable(),
  );
}

/** Verifies the email that a link was sent to, once. False when the link is unknown, used or too old. */
export async function verifyEmail(ctx: AccountsContext, token: string): Promise<boolean> {
  return callFunction(
    ctx.db,
    sql`account_verify_email(${await hashEmailToken(token)}, ${ctx.visit.ip})`,
    z.boolean(),
  );
}
