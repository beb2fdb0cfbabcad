import { recordSecurityEvent } from "../security/record-security-event.server";
import type { AccountsContext } from "./accounts-context";
import { addressSubject, isWithin } from "./attempt-policies.server";
import { disposableDomain } from "./disposable-domains";

/**
 * Keeps what looks unusual about a sign-up, for operators: an address made to be
 * thrown away, or one network opening many accounts. Nothing is refused for it.
 */
export async function flagSignUp(ctx: AccountsContext, email: string): Promise<void> {
  const domain = disposableDomain(email);
  const sign = { userId: null, visit: ctx.visit };
  if (domain) {
    await recordSecurityEvent(ctx, { ...sign, kind: "disposable_email", key: domain, facts: { domain } });
  }
  const network = addressSubject(ctx);
  if (!(await isWithin(ctx, "signUpFlood", network))) {
    await recordSecurityEvent(ctx, { ...sign, kind: "sign_up_flood", key: network });
  }
}
