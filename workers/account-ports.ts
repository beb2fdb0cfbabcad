import type { AccountPorts } from "~/domain/accounts/accounts-context";
import type { Config } from "~/env.server";
import { rateLimitsOver } from "~/http/limits.server";
import { type Mailbox, mailboxMailer } from "~/integrations/email/mailbox";
import { resendMailer } from "~/integrations/email/resend";
import { logError } from "~/lib/log";

/** What accounts reach outside of the database, and the mailbox where the configuration has one. */
export function buildAccountPorts(
  env: Env,
  config: Config,
  waitUntil: (work: Promise<unknown>) => void,
): { accountPorts: AccountPorts; mailbox: Mailbox | null } {
  const { mail } = config;
  const kept = mailboxMailer(() => env.DEV_MAILBOX.getByName("all"));
  return {
    accountPorts: {
      mail: mail.provider === "resend" ? resendMailer(mail) : kept,
      limits: rateLimitsOver((key) => env.RATE_LIMITER.getByName(key)),
      closeScreens: (ended) => closeScreens(env, ended),
      later: (work) => waitUntil(work().catch((error) => logError("accounts.later", { error }))),
    },
    mailbox: mail.provider === "mailbox" ? kept : null,
  };
}

async function closeScreens(
  env: Env,
  { orgIds, sessionIds }: { orgIds: readonly string[]; sessionIds: readonly string[] },
): Promise<void> {
  for (const orgId of orgIds) {
    const screens = env.LIVE.getByName(orgId);
    await Promise.all(sessionIds.map((sessionId) => screens.closeSession(sessionId)));
  }
}
