import type { AppLoadContext } from "@remix-run/cloudflare";
import type { Mailbox } from "~/integrations/email/mailbox";
import { AppError } from "~/lib/app-error";

/** The development mailbox; `not_found` where the configuration sends real mail. */
export function requireMailbox({ mailbox }: Pick<AppLoadContext, "mailbox">): Mailbox {
  if (mailbox === null) throw new AppError("not_found", "errors:notFound");
  return mailbox;
}
