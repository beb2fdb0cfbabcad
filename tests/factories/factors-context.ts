import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { generateHOTP } from "@oslojs/otp";
import type { StartedSession } from "~/domain/accounts/accounts-context";
import { logIn } from "~/domain/accounts/log-in.server";
import { addPasskey } from "~/domain/factors/add-passkey.server";
import { beginTotp } from "~/domain/factors/begin-totp.server";
import { confirmTotp } from "~/domain/factors/confirm-totp.server";
import type { FactorsContext } from "~/domain/factors/factors-context";
import { createAccountsContext, signUpAndVerify, signUpInput, type TestAccounts } from "./accounts-context";
import { TEST_KEYRING } from "./org-context";
import { TestPasskey } from "./test-passkey";

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

/** An authenticator app that counts, its secret and the recovery codes that came with it. */
export async function switchTotpOn(
  ctx: TestFactors,
  sessionId: string,
): Promise<{ secret: Uint8Array; codes: string[] | null }> {
  const { typed } = await beginTotp(ctx, sessionId);
  const secret = decodeBase32IgnorePadding(typed);
  // Two steps back, so that the present code is still unused.
  const earlier = () => new Date(ctx.now().getTime() - 60_000);
  const past = { ...ctx, now: earlier };
  return { secret, ...(await confirmTotp(past, sessionId, { code: codeAt(secret, earlier()) })) };
}

/** A passkey that counts. */
export async function switchPasskeyOn(
  ctx: TestFactors,
  sessionId: string,
): Promise<{ passkey: TestPasskey; codes: string[] | null }> {
  const passkey = new TestPasskey(ctx.appUrl);
  const challenge = Buffer.from(ctx.newId()).toString("base64url");
  const answer = passkey.register(challenge);
  return { passkey, ...(await addPasskey(ctx, sessionId, { name: "Telefon", challenge, answer })) };
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
