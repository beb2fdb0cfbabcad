import { sql } from "drizzle-orm";
import * as z from "zod";
import { LANGUAGES } from "~/i18n/languages";
import { AppError } from "~/lib/app-error";
import type { AccountsContext } from "./accounts-context";
import { attemptKey, requireAttempt } from "./attempt-policies.server";
import { callFunction } from "./call-function.server";
import { verifyPassword } from "./password.server";

const accountSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  passwordHash: z.string(),
  passwordScheme: z.number().int(),
  organizations: z.array(z.string()),
});

/** The session's own account, its password just compared. `organizations` are names. */
export type OwnAccount = z.output<typeof accountSchema>;

/**
 * Asks the person of a session for their password again, before an act that only
 * they may do. `field` names the input that the refusal stands beside.
 * Throws `unauthenticated` when the session is over, `invalid`, `too_many`.
 */
export async function requirePassword(
  ctx: AccountsContext,
  sessionId: string,
  password: string,
  field: string,
): Promise<OwnAccount> {
  const account = await callFunction(
    ctx.db,
    sql`account_find_for_password_change(${sessionId}::uuid)`,
    accountSchema.nullable(),
  );
  if (!account) throw new AppError("unauthenticated", "errors:sessionEnded");
  await requireAttempt(ctx, "passwordReentry", account.id);
  const stored = { hash: account.passwordHash, scheme: account.passwordScheme };
  const { isRight } = await verifyPassword(password, stored, ctx.bcryptCost);
  if (!isRight) {
    const fields = { [field]: "errors:accounts.currentPasswordWrong" };
    throw new AppError("invalid", "errors:badRequest", { fields });
  }
  ctx.ports.later(() => ctx.ports.limits.forget(attemptKey("passwordReentry", account.id)));
  return account;
}
