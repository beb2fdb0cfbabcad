import type { AccountPorts } from "~/domain/accounts/accounts-context";
import type { Config } from "~/env.server";
import { rateLimitsOver } from "~/http/limits.server";
import { type Mailbox, mailboxMailer } from "~/integrations/email/mailbox";
import { resendMailer } from "~/integrations/email/resend";
import { logError } from "~/lib/log";
import type { DevMailbox } from "./durable-objects/dev-mailbox";
import type { LiveScreens } from "./durable-objects/live-screens";
import type { RateLimiter } from "./durable-objects/rate-limiter";

/** What accounts reach outside of the database, and the mailbox where the configuration has one. */
export function buildAccountPorts(
  env: Env,
  config: Config,
  waitUntil: (work: Promise<unknown>) => void,
): { accountPorts: AccountPorts; mailbox: Mailbox | null } {
  const limiters = env.RATE_LIMITER as DurableObjectNamespace<RateLimiter>;
  const screensOf = env.LIVE as DurableObjectNamespace<LiveScreens>;
  const mailboxes = env.DEV_MAILBOX as DurableObjectNamespace<DevMailbox>;
  const kept = mailboxMailer(() => mailboxes.getByName("all"));
  const isKept = config.mail.provider === "mailbox";
  return {
    accountPorts: {
      mail: config.mail.provider === "resend" ? resendMailer(config.mail) : kept,
      limits: rateLimitsOver((key) => limiters.getByName(key)),
      closeScreens: async ({ orgIds, sessionIds }) => {
        for (const orgId of orgIds) {
          const screens = screensOf.getByName(orgId);
          await Promise.all(sessionIds.map((sessionId) => screens.closeSession(sessionId)));
        }
      },
      later: (work) => waitUntil(work().catch((error) => logError("accounts.later", { error }))),
    },
    mailbox: isKept ? kept : null,
  };
}
