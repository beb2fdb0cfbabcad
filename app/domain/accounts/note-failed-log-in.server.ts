import { recordSecurityEvent } from "../security/record-security-event.server";
import type { SecurityKind } from "../security/security-kinds";
import type { AccountsContext } from "./accounts-context";

/** Keeps, after the answer, that somebody did not get into an account; nothing for an email without one. */
export function noteFailedLogIn(
  ctx: AccountsContext,
  kind: Extract<SecurityKind, "login_failed" | "login_limited">,
  userId: string | undefined,
): void {
  if (userId === undefined) return;
  const key = ctx.visit.ip ?? "unknown";
  ctx.ports.later(() => recordSecurityEvent(ctx, { kind, userId, key, visit: ctx.visit }));
}
