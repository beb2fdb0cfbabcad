import { openHttp } from "~/db/client";
import { sendDueMails } from "~/domain/notifications/send-due-mails.server";
import { tellAnnouncements } from "~/domain/notifications/tell-announcements.server";
import { announcePolicy } from "~/domain/privacy/announce-policy.server";
import { sendSupportMails } from "~/domain/support/send-support-mails.server";
import { mailboxMailer } from "~/integrations/email/mailbox";
import { resendMailer } from "~/integrations/email/resend";
import { parseKeyring } from "~/lib/keyring";
import { logEvent } from "~/lib/log";
import { configOf } from "../config";

/** Per run, of 200 users each and of 50 mails each. */
const MAX_ANNOUNCED = 5;
const MAX_MAILED = 10;

/** Tells users of announcements and sends the mails that wait. */
export async function runSendMails(env: Env, now: Date): Promise<void> {
  const config = configOf(env);
  const db = openHttp(config.databaseUrl);
  const mail =
    config.mail.provider === "resend"
      ? resendMailer(config.mail)
      : mailboxMailer(() => env.DEV_MAILBOX.getByName("all"));
  await announcePolicy({ db, now });
  const told = await tellAnnouncements({ db, maxBatches: MAX_ANNOUNCED });
  const keyring = parseKeyring(config.encryptionKeys);
  const sent = await sendDueMails({ db, appUrl: config.appUrl, keyring, mail, maxBatches: MAX_MAILED });
  const toOperators = await sendSupportMails({
    db,
    supportEmail: config.supportEmail,
    mail,
    maxBatches: MAX_MAILED,
  });
  if (told + sent + toOperators > 0) logEvent("mails.sent", { told, sent, toOperators });
}
