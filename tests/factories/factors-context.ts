import { generateHOTP } from "@oslojs/otp";
import type { StartedSession } from "~/domain/accounts/accounts-context";
import { logIn } from "~/domain/accounts/log-in.server";
import type { FactorsContext } from "~/domain/factors/factors-context";
import { createAccountsContext, signUpAndVerify, signUpInput, type TestAccounts } from "./accounts-context";
import { TEST_KEYRING } from "./org-context";

export type TestFactors = TestAccounts & FactorsContext;

/** An accounts context that also has keys and a clock, which codes are made of. */
export function createFactorsContext(databaseUrl: string, change: Partial<FactorsContext> = {}): TestFactors {
  const accounts = createAccountsContext(databaseUrl);
  return Object.assign(accounts, { keyring: TEST_KEYRING, now: () => new Date() }, change);
}

/** What an authenticator app shows at a time. */
export function codeAt(secret: Uint8Array, at: Date): string {
  return generateHOTP(secret, BigInt(Math.floor(at.getTime() / 30_000)), 6);
}

/** A user of their own with a session. */
export async function startAccount(
  ctx: TestFactors,
  email: string,
): Promise<{ email: string; password: string; session: StartedSession }> {
  const input = signUpInput({ email, organization: `Kedai ${email.split("@", 1)[0]}` });
  await signUpAndVerify(ctx, input);
  const outcome = await logIn(ctx, { email, password: input.password });
  if (outcome.outcome !== "started") throw new Error("no session");
  return { email, password: input.password, session: outcome.session };
}
