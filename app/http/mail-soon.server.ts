import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { sendSupportMails } from "~/domain/support/send-support-mails.server";

/** Tells operators once the answer is out; what fails then is sent by the schedule of every few minutes. */
export function mailOperatorsSoon({ context }: Pick<LoaderFunctionArgs, "context">): void {
  const { db, ports } = context.accounts;
  const { supportEmail } = context.config;
  ports.later(async () => {
    await sendSupportMails({ db, supportEmail, mail: ports.mail, maxBatches: 1 });
  });
}
