import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { getFactors } from "~/domain/factors/factors-queries.server";
import { askForNewPasskey, askForPasskey } from "~/domain/factors/passkey-options.server";
import { requireSession } from "~/http/accounts.server";
import { createNonce, issueTicket } from "~/http/ticket.server";

/** A challenge for a passkey of whoever is logged in: to prove who they are, or to make another one. */
export async function action(args: ActionFunctionArgs) {
  const { sessionId, userId } = await requireSession(args);
  const { accounts, signing, now } = args.context;
  const isNew = (await args.request.formData()).get("purpose") === "add";
  const factors = await getFactors(accounts, sessionId);
  const nonce = createNonce();
  const purpose = isNew ? "passkey-add" : "passkey-confirm";
  return {
    options: isNew
      ? await askForNewPasskey(accounts, nonce, factors)
      : await askForPasskey(accounts, nonce, factors.passkeys),
    ticket: await issueTicket(signing, purpose, { subject: userId, nonce, detail: "" }, now()),
  };
}
