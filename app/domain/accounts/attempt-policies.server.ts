import { encodeHexLowerCase } from "@oslojs/encoding";
import { AppError } from "~/lib/app-error";
import type { AttemptPolicy } from "~/lib/attempt-limit";
import { addressRange } from "~/lib/ip-range";
import type { AccountPorts, AccountsContext } from "./accounts-context";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Many people share one address of a mobile network, so addresses get more than accounts. */
export const ATTEMPT_POLICIES = {
  logInByAddress: { free: 50, waits: [5, 15, 30, MINUTE], forgetAfter: HOUR },
  logInByAccount: { free: 8, waits: [15, 30, MINUTE, 5 * MINUTE, 15 * MINUTE], forgetAfter: 24 * HOUR },
  signUpByAddress: { free: 20, waits: [MINUTE, 5 * MINUTE], forgetAfter: HOUR },
  signUpByEmail: { free: 3, waits: [5 * MINUTE, 15 * MINUTE, HOUR], forgetAfter: 24 * HOUR },
  resendByAddress: { free: 20, waits: [MINUTE, 5 * MINUTE], forgetAfter: HOUR },
  resendByEmail: { free: 3, waits: [MINUTE, 5 * MINUTE, 15 * MINUTE], forgetAfter: 24 * HOUR },
  inviteByOrganization: { free: 60, waits: [MINUTE, 5 * MINUTE, 15 * MINUTE], forgetAfter: 24 * HOUR },
  inviteByEmail: { free: 5, waits: [HOUR, 6 * HOUR], forgetAfter: 24 * HOUR },
  organizationByAccount: { free: 5, waits: [5 * MINUTE, 15 * MINUTE, HOUR], forgetAfter: 24 * HOUR },
  confirmIdentity: { free: 5, waits: [30, MINUTE, 5 * MINUTE, 15 * MINUTE], forgetAfter: 24 * HOUR },
  secondStep: { free: 5, waits: [30, MINUTE, 5 * MINUTE, 15 * MINUTE], forgetAfter: 24 * HOUR },
  factorReset: { free: 3, waits: [5 * MINUTE, 15 * MINUTE, HOUR], forgetAfter: 24 * HOUR },
  passkeyByAddress: { free: 50, waits: [5, 15, 30, MINUTE], forgetAfter: HOUR },
  resetByAddress: { free: 20, waits: [MINUTE, 5 * MINUTE], forgetAfter: HOUR },
  resetByEmail: { free: 3, waits: [MINUTE, 5 * MINUTE, 15 * MINUTE], forgetAfter: 24 * HOUR },
  passwordReentry: { free: 5, waits: [MINUTE, 5 * MINUTE, 15 * MINUTE], forgetAfter: 6 * HOUR },
  emailChangeByAddress: { free: 20, waits: [MINUTE, 5 * MINUTE], forgetAfter: HOUR },
  emailChangeByAccount: { free: 5, waits: [5 * MINUTE, 15 * MINUTE, HOUR], forgetAfter: 24 * HOUR },
  emailChangeByEmail: { free: 3, waits: [5 * MINUTE, 15 * MINUTE, HOUR], forgetAfter: 24 * HOUR },
  /** Refuses nothing: more accounts than this from one network are noted. */
  signUpFlood: { free: 5, waits: [10 * MINUTE], forgetAfter: 24 * HOUR },
  exportByMember: { free: 30, waits: [MINUTE, 5 * MINUTE, 15 * MINUTE], forgetAfter: HOUR },
  shopKeysByAddress: { free: 30, waits: [MINUTE, 5 * MINUTE], forgetAfter: HOUR },
  shopCallByMember: { free: 30, waits: [MINUTE, 5 * MINUTE], forgetAfter: HOUR },
  supportMessage: { free: 10, waits: [5 * MINUTE, 15 * MINUTE, HOUR], forgetAfter: 24 * HOUR },
} as const satisfies Record<string, AttemptPolicy>;

/** Any context whose ports count attempts. */
type Limited = { ports: Pick<AccountPorts, "limits"> };

export type LimitedAct = keyof typeof ATTEMPT_POLICIES;

/** Counts an attempt; throws `too_many` with the minutes to wait when it may not be made now. */
export async function requireAttempt(ctx: Limited, act: LimitedAct, subject: string): Promise<void> {
  const verdict = await ctx.ports.limits.take(attemptKey(act, subject), ATTEMPT_POLICIES[act]);
  if (verdict.allowed) return;
  const minutes = Math.max(1, Math.ceil(verdict.retryAfterSeconds / 60));
  throw new AppError("too_many", "errors:tooMany", { values: { minutes } });
}

/** Counts an attempt that goes on all the same; false when it is more than usual. */
export async function isWithin(ctx: AccountsContext, act: LimitedAct, subject: string): Promise<boolean> {
  const { allowed } = await ctx.ports.limits.take(attemptKey(act, subject), ATTEMPT_POLICIES[act]);
  return allowed;
}

/** Names the limit of one act for one subject; the subject is an id, an address or a hashed email. */
export function attemptKey(act: LimitedAct, subject: string): string {
  return `${act}:${subject}`;
}

/** The visitor's address as a limit counts it; visitors without one share one limit. */
export function addressSubject(ctx: AccountsContext): string {
  return ctx.visit.ip === null ? "unknown" : addressRange(ctx.visit.ip);
}

/** An email as part of a key: hashed, because keys are seen by operators. */
export async function emailSubject(email: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(email));
  return encodeHexLowerCase(new Uint8Array(digest));
}
