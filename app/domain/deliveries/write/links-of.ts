import type { BatchDraft } from "../batch-draft";

/** Whose a record is that has the identity of this key text. */
export function linksOf(draft: BatchDraft, key: string | null) {
  const identity = key === null ? undefined : draft.identities.get(key);
  return { identity_id: identity?.id ?? null, customer_id: identity?.customerId ?? null };
}
