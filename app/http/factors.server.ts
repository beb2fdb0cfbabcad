import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { PasskeyAnswer } from "~/domain/factors/check-passkey.server";
import type { PasskeyAssertion } from "~/domain/factors/factors.schema";
import type { FactorsContext } from "~/domain/factors/factors-context";
import { AppError } from "~/lib/app-error";
import { accountsContext } from "./accounts.server";
import { readTicket, type Ticket, type TicketPurpose } from "./ticket.server";

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

/** The context of what is done with a user's second factors. */
export async function factorsContext(args: Args): Promise<FactorsContext> {
  const { keyring, now } = args.context;
  return { ...(await accountsContext(args)), keyring, now };
}

/** With the subject it was issued for. Throws `invalid` when it is too old or not for this. */
export async function requireTicket(
  { context }: Pick<Args, "context">,
  purpose: TicketPurpose,
  subject: string,
  ticket: string,
): Promise<Ticket> {
  const read = await readTicket(context.signing, purpose, ticket, context.now());
  if (read?.subject !== subject) throw new AppError("invalid", "errors:factors.passkeyTooLate");
  return read;
}

/** A passkey's answer with the challenge that its ticket carries. */
export async function passkeyAnswer(
  args: Pick<Args, "context">,
  purpose: TicketPurpose,
  subject: string,
  given: { ticket: string; answer: PasskeyAssertion },
): Promise<PasskeyAnswer> {
  const { nonce } = await requireTicket(args, purpose, subject, given.ticket);
  return { challenge: nonce, answer: given.answer };
}
