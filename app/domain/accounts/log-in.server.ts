import { sql } from "drizzle-orm";
import * as z from "zod";
import { AppError } from "~/lib/app-error";
import { sha256Hex } from "~/lib/sha256-hex";
import type { LogIn } from "./accounts.schema";
import type { AccountsContext, StartedSession } from "./accounts-context";
import { announceSession } from "./announce-session.server";
import { refuseAtLeast } from "./at-least";
import { addressSubject, attemptKey, emailSubject, requireAttempt } from "./attempt-policies.server";
import { callFunction, instantSchema } from "./call-function.server";
import { noteFailedLogIn } from "./note-failed-log-in.server";
import { hashPassword, verifyPassword } from "./password.server";
import { renewVerification } from "./resend-verification.server";

const loginSchema = z.object({
  id: z.uuid(),
  passwordHash: z.string(),
  passwordScheme: z.number().int(),
  isVerified: z.boolean(),
  hasFactor: z.boolean(),
  isKnownAddress: z.boolean(),
});
type Login = z.output<typeof loginSchema>;

export type LogInOutcome =
  | { outcome: "started"; session: StartedSession }
  | { outcome: "unverified" }
  /** Nothing is started yet. `fingerprint` tells the password that was right from a later one. */
  | { outcome: "second-step"; userId: string; fingerprint: string };

/**
 * Starts a session for the right password. An unknown email and a wrong password
 * are one error after one amount of work and no sooner than `answerAfterMs`. The right password of an unverified
 * email starts nothing and mails a new link; that of somebody with a second factor
 * leads to its step.
 * Throws `invalid`, `too_many`.
 */
export function logIn(ctx: AccountsContext, input: LogIn): Promise<LogInOutcome> {
  return refuseAtLeast(ctx.answerAfterMs, checkPassword(ctx, input));
}

async function checkPassword(ctx: AccountsContext, input: LogIn): Promise<LogInOutcome> {
  await requireAttempt(ctx, "logInByAddress", addressSubject(ctx));
  const account = await callFunction(
    ctx.db,
    sql`account_find_for_login(${input.email}, ${ctx.visit.ip})`,
    loginSchema.nullable(),
  );
  const subject = await accountSubject(ctx, input.email, account);
  await requireAttempt(ctx, "logInByAccount", subject).catch((error) => {
    noteFailedLogIn(ctx, "login_limited", account?.id);
    throw error;
  });

  const stored = account && { hash: account.passwordHash, scheme: account.passwordScheme };
  const { isRight, needsRehash } = await verifyPassword(input.password, stored, ctx.bcryptCost);
  if (!account || !isRight) {
    noteFailedLogIn(ctx, "login_failed", account?.id);
    throw new AppError("invalid", "errors:accounts.logInFailed");
  }
  if (!account.isVerified) {
    await requireAttempt(ctx, "resendByEmail", await emailSubject(input.email));
    await renewVerification(ctx, input.email);
    return { outcome: "unverified" };
  }
  if (account.hasFactor) {
    ctx.ports.later(() => ctx.ports.limits.forget(attemptKey("logInByAccount", subject)));
    // Before the second step, which compares with the hash that is kept.
    const hash = needsRehash ? await rehash(ctx, account, input.password) : account.passwordHash;
    return { outcome: "second-step", userId: account.id, fingerprint: await sha256Hex(hash) };
  }
  const session = await startSession(ctx, account);
  ctx.ports.later(() => announceSession(ctx, session));
  ctx.ports.later(async () => {
    await ctx.ports.limits.forget(attemptKey("logInByAccount", subject));
    if (needsRehash) await rehash(ctx, account, input.password);
  });
  return { outcome: "started", session };
}

/**
 * Where the user has logged in before, attempts are counted apart: strangers who
 * use up an account's attempts cannot keep its owner out.
 */
async function accountSubject(ctx: AccountsContext, email: string, account: Login | null): Promise<string> {
  const hashed = await emailSubject(email);
  return account?.isKnownAddress ? `${hashed}:${addressSubject(ctx)}` : hashed;
}

async function startSession(ctx: AccountsContext, account: Login): Promise<StartedSession> {
  const sessionId = ctx.newId();
  const started = await callFunction(
    ctx.db,
    sql`session_start(${account.id}::uuid, ${account.passwordHash}, ${sessionId}::uuid,
      ${JSON.stringify(ctx.visit)}::jsonb)`,
    z.object({ expiresAt: instantSchema }).nullable(),
  );
  // The password was changed, or a second factor added, between the comparison and now.
  if (!started) throw new AppError("invalid", "errors:accounts.logInFailed");
  return { sessionId, userId: account.id, expiresAt: started.expiresAt };
}

async function rehash(ctx: AccountsContext, account: Login, password: string): Promise<string> {
  const { hash, scheme } = await hashPassword(password, ctx.bcryptCost);
  await callFunction(
    ctx.db,
    sql`account_rehash(${account.id}::uuid, ${account.passwordHash}, ${hash}, ${scheme}::int)`,
    z.unknown(),
  );
  return hash;
}
