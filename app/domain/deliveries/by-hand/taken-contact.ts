import type { CustomerForm } from "~/domain/customers/customer-form.schema";
import { type IdentityKey, keyText } from "~/domain/customers/identity-key";
import { normalizeEmail } from "~/lib/email";
import { normalizePhone } from "~/lib/phone";
import type { BatchDraft } from "../batch-draft";

/** A contact by which another customer is known. */
export type TakenContact = { field: "email" | "phone"; customerId: string; isTrashed: boolean };

/** What another customer has already, so that nothing was changed. */
export type Taken =
  | TakenContact
  | { field: "custom"; fieldId: string; customerId: string; isTrashed: boolean };

/** The identities that the form's contacts make. */
export function contactKeys(form: Pick<CustomerForm, "email" | "phone" | "country">): IdentityKey[] {
  const email = normalizeEmail(form.email);
  const phone = normalizePhone(form.phone, form.country || "MY");
  const keys: IdentityKey[] = [];
  if (email) keys.push({ kind: "email", namespace: "", value: email });
  if (phone) keys.push({ kind: "phone", namespace: "", value: phone });
  return keys;
}

/** The first of the contacts that is another customer's; one that many share is nobody's. */
export function findTaken(
  draft: BatchDraft,
  keys: readonly IdentityKey[],
  customerId: string | null,
): TakenContact | null {
  for (const key of keys) {
    const known = draft.identities.get(keyText(key));
    if (!known?.customerId || known.isHub || known.customerId === customerId) continue;
    const isTrashed = Boolean(draft.customers.get(known.customerId)?.deletedAt);
    return { field: key.kind === "email" ? "email" : "phone", customerId: known.customerId, isTrashed };
  }
  return null;
}

/** Whether the contact is another customer's already. */
export function isTaken(draft: BatchDraft, key: IdentityKey, customerId: string): boolean {
  return findTaken(draft, [key], customerId) !== null;
}
