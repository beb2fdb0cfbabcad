import { generateRandomString } from "@oslojs/crypto/random";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const LENGTH = 43;

/** For how long a shop's owner may think about it: log in there, find the password, read what we ask for. */
export const APPROVAL_MS = 30 * 60_000;

/** What a shop brings back to show that we asked: about 256 bits, behind the connection it is for. */
export function generateState(place: { slug: string; connectionId: string }): string {
  const random = generateRandomString(
    { read: (bytes) => void crypto.getRandomValues(bytes) },
    ALPHABET,
    LENGTH,
  );
  return `${place.slug}.${place.connectionId}.${random}`;
}

const STATE = /^([a-z0-9-]{1,63})\.([0-9a-f-]{36})\.[A-Za-z0-9]{43}$/;

/** Which connection a state is for; null for anything else. It proves nothing: the database knows the state or not. */
export function readState(state: string): { slug: string; connectionId: string } | null {
  const [, slug, connectionId] = STATE.exec(state) ?? [];
  return slug && connectionId ? { slug, connectionId } : null;
}
