import { encodeBase64urlNoPadding, encodeHexLowerCase } from "@oslojs/encoding";

/** How long a link in a mail works. */
export const TOKEN_MINUTES = 60;

/** How long a change of email can be taken back by the old one. */
export const UNDO_DAYS = 7;
export const UNDO_MINUTES = UNDO_DAYS * 24 * 60;

/** For the page of a link that no longer works. */
export const LINK_LIFETIME = { minutes: TOKEN_MINUTES, days: UNDO_DAYS };

/** 256 random bits for a link. Only the hash is kept, so that a copy of the database opens nothing. */
export async function createEmailToken(): Promise<{ token: string; hash: string }> {
  const token = encodeBase64urlNoPadding(crypto.getRandomValues(new Uint8Array(32)));
  return { token, hash: await hashEmailToken(token) };
}

/** Hex SHA-256, as the database keeps it. */
export async function hashEmailToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return encodeHexLowerCase(new Uint8Array(digest));
}
