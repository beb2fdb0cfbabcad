import type { PersonRef } from "~/connectors/canonical";
import { normalizeEmail } from "~/lib/email";
import { normalizePhone } from "~/lib/phone";

/** Strongest first: what a shop's own account proves, an address or a shared phone may not. */
export const IDENTITY_KINDS = ["platform", "email", "phone"] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** `namespace` is the shop's id for platform ids, empty for emails and phones; `value` is normalized. */
export type IdentityKey = { kind: IdentityKind; namespace: string; value: string };

/** One text per key, different for different keys: only the value may hold a bar. */
export function keyText({ kind, namespace, value }: IdentityKey): string {
  return `${kind}|${namespace}|${value}`;
}

/** The parts of a key text. */
export function readKeyText(text: string): { kind: string; namespace: string; value: string } {
  const [kind = "", namespace = "", ...value] = text.split("|");
  return { kind, namespace, value: value.join("|") };
}

export function kindRank(kind: IdentityKind): number {
  return IDENTITY_KINDS.indexOf(kind);
}

/** The identities that a shop's telling of a person holds, strongest first: at most one of each kind. */
export function identitiesOf(person: PersonRef | null, shopId: string): IdentityKey[] {
  if (!person) return [];
  const email = normalizeEmail(person.email);
  const phone = normalizePhone(person.phone, person.address?.country ?? "MY");
  const keys: IdentityKey[] = [];
  if (person.platformId) keys.push({ kind: "platform", namespace: shopId, value: person.platformId });
  if (email) keys.push({ kind: "email", namespace: "", value: email });
  if (phone) keys.push({ kind: "phone", namespace: "", value: phone });
  return keys;
}
