import type { Address } from "~/connectors/canonical";
import { readName, soundOf } from "~/lib/person-name";
import { foldWords } from "../customers/search-text";

/** What customers are compared by. */
export type MatchFacts = {
  name: string | null;
  email: string | null;
  /** E.164. */
  phone: string | null;
  phoneRaw: string | null;
  company: string | null;
  address: Address | null;
};

const PHONE_TAIL = 8;
const GOOGLE = /@(?:gmail|googlemail)\.com$/;

/** The mailbox behind an email: without the tag after a plus, without dots where they mean nothing. */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf("@");
  const [local = ""] = email.slice(0, at).split("+", 1);
  const domain = email.slice(at);
  return GOOGLE.test(domain) ? `${local.replace(/\./g, "")}@gmail.com` : local + domain;
}

/** The door of an address, however it is spelled: postcode with the numbers and words of its first line. Null without. */
export function doorOf(address: Address | null): string | null {
  if (!address?.line1 || !address.postcode) return null;
  const line = foldWords(address.line1)
    .replace(/\b(?:no|lot|jalan|jln|lorong|lrg|taman|tmn|kampung|kg|apt|unit)\b/g, " ")
    .replace(/\s+/g, "");
  return line.length < 3 ? null : `${foldWords(address.postcode)} ${line}`;
}

/** The end of a phone number, which all ways of writing it share. */
export function phoneTail({ phone, phoneRaw }: Pick<MatchFacts, "phone" | "phoneRaw">): string | null {
  const digits = (phone ?? phoneRaw ?? "").normalize("NFKC").replace(/\D/g, "");
  return digits.length < PHONE_TAIL ? null : digits.slice(-PHONE_TAIL);
}

/**
 * The keys under which a customer is looked up: those who share none are never
 * compared. Numbers of 53 bits; two texts may by chance share one, which costs a
 * comparison and no more.
 */
export function matchKeys(facts: MatchFacts): number[] {
  const words = readName(facts.name ?? "")
    .words.map(soundOf)
    .sort();
  const postcode = facts.address?.postcode;
  const [tail, door] = [phoneTail(facts), doorOf(facts.address)];
  const texts = [
    tail && `phone ${tail}`,
    facts.email && `mail ${mailboxOf(facts.email)}`,
    door && `door ${door}`,
    words.length > 1 && postcode && `name ${postcode} ${words.join(" ")}`,
  ];
  return [...new Set(texts.flatMap((text) => (text ? hash53(text) : [])))];
}

/** cyrb53 by bryc (public domain): fast, and spread well enough for look-ups. */
function hash53(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
