import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { findFactorsAfterPassword } from "~/domain/factors/factors-queries.server";
import { askForPasskey } from "~/domain/factors/passkey-options.server";
import { readFirstStep } from "~/http/pre-login.server";
import { createNonce, issueTicket } from "~/http/ticket.server";
import { AppError } from "~/lib/app-error";

/** A challenge for a passkey of somebody who is not logged in: any of ours, or as a second step one of theirs. */
export async function action(args: ActionFunctionArgs) {
  const { accounts, signing, now } = args.context;
  const nonce = createNonce();
  if ((await args.request.formData()).get("purpose") !== "second-step") {
    return {
      options: await askForPasskey(accounts, nonce),
      ticket: await issueTicket(signing, "passkey-log-in", { subject: "", nonce, detail: "" }, now()),
    };
  }
  const first = await readFirstStep(args);
  const factors = first && (await findFactorsAfterPassword(accounts, first));
  if (!factors) throw new AppError("conflict", "errors:factors.startOver");
  const ticket = { subject: first.userId, nonce, detail: "" };
  return {
    options: await askForPasskey(accounts, nonce, factors.passkeys),
    ticket: await issueTicket(signing, "passkey-second-step", ticket, now()),
  };
}
