import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { FirstStep } from "~/domain/factors/log-in-by-factor.server";
import { preLoginCookieFor } from "./session-cookie";
import { createNonce, issueTicket, readTicket, TICKET_SECONDS } from "./ticket.server";

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

/** The `Set-Cookie` value after the right password: five minutes for the second step, and good for nothing else. */
export async function commitFirstStep(
  { context }: Pick<Args, "context">,
  { userId, fingerprint }: Pick<FirstStep, "userId" | "fingerprint">,
): Promise<string> {
  const { signing, now } = context;
  const ticket = { subject: userId, nonce: createNonce(), detail: fingerprint };
  const value = await issueTicket(signing, "second-step", ticket, now());
  return preLoginCookieFor(signing.appOrigin).write(value, TICKET_SECONDS);
}

/** The first step that this browser took, if it was in the last five minutes. */
export async function readFirstStep({ request, context }: Args): Promise<FirstStep | null> {
  const { signing, now } = context;
  const value = preLoginCookieFor(signing.appOrigin).read(request);
  const ticket = value === null ? null : await readTicket(signing, "second-step", value, now());
  return ticket && { userId: ticket.subject, fingerprint: ticket.detail, token: ticket.nonce };
}

/** The `Set-Cookie` value that takes the first step away. */
export function clearFirstStep({ context }: Pick<Args, "context">): string {
  return preLoginCookieFor(context.signing.appOrigin).write("", 0);
}
