import { encodeBase64urlNoPadding } from "@oslojs/encoding";
import * as z from "zod";
import { readToken, type SigningSettings, signToken, type TokenKind } from "./signed-token.server";

/** How long the second step of a log-in and an answer to a passkey's challenge may take. */
export const TICKET_SECONDS = 5 * 60;

/** What a ticket is good for; good for one of these, it is good for no other. */
export type TicketPurpose =
  | "second-step"
  | "passkey-log-in"
  | "passkey-second-step"
  | "passkey-confirm"
  | "passkey-add";

/** `nonce` is 256 random bits: the passkey's challenge, and what makes a ticket spendable once. */
export type Ticket = { subject: string; nonce: string; detail: string };

const claimsSchema = z.object({ sub: z.string(), jti: z.string(), det: z.string() });

const kindOf = (purpose: TicketPurpose): TokenKind => ({
  type: "orucrm-ticket+jwt",
  audience: `orucrm-${purpose}`,
  maxSeconds: TICKET_SECONDS,
  requires: ["sub", "jti", "det"],
});

export function createNonce(): string {
  return encodeBase64urlNoPadding(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * A signed note to ourselves that a browser carries for five minutes. It is no
 * session and never becomes one; that it is used once is for the database to see to.
 */
export function issueTicket(
  settings: SigningSettings,
  purpose: TicketPurpose,
  { subject, nonce, detail }: Ticket,
  now: Date,
): Promise<string> {
  const expiresAt = new Date(now.getTime() + TICKET_SECONDS * 1000);
  return signToken(settings, kindOf(purpose), { sub: subject, jti: nonce, det: detail }, { now, expiresAt });
}

/** Null when it is for another purpose, too old, or none of ours. */
export async function readTicket(
  settings: SigningSettings,
  purpose: TicketPurpose,
  ticket: string,
  now: Date,
): Promise<Ticket | null> {
  const claims = claimsSchema.safeParse(await readToken(settings, kindOf(purpose), ticket, now));
  return claims.success
    ? { subject: claims.data.sub, nonce: claims.data.jti, detail: claims.data.det }
    : null;
}
