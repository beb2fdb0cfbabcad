import type { AccountPorts } from "~/domain/accounts/accounts-context";
import type { Config } from "~/env.server";
import { mailboxMailer } from "~/integrations/email/mailbox";
import { resendMailer } from "~/integrations/email/resend";

/** Who carries mail out: the vendor that the configuration names, or the mailbox on screen. */
export function mailerOf(
  env: Pick<Env, "DEV_MAILBOX">,
  { mail }: Pick<Config, "mail">,
): AccountPorts["mail"] {
  return mail.provider === "resend"
    ? resendMailer(mail)
    : mailboxMailer(() => env.DEV_MAILBOX.getByName("all"));
}
