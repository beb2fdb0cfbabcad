import { keyText } from "../customers/identity-key";
import type { FactStamp } from "../customers/profile-facts";
import { mergeProfiles } from "../customers/profile-facts";
import type { BatchDraft } from "../deliveries/batch-draft";
import { importHash } from "../deliveries/file-records";
import { seeEdge, seeIdentity } from "../deliveries/tell-person";
import type { Decision } from "./decide-customer-row";

export type TellPlan = { at: string; consent: { source: string; wording: string } | null };

/** Tells the draft what was decided; what was skipped or rejected tells nothing. */
export function tellDecision(draft: BatchDraft, decision: Decision, { at, consent }: TellPlan): void {
  const { told, facts, row, person } = decision;
  if (told.length === 0 || !person) return;
  const seen = told.map((key) => seeIdentity(draft, key, at));
  for (const [i, stronger] of seen.entries()) {
    for (const weaker of seen.slice(i + 1)) seeEdge(draft, stronger, weaker, at);
  }
  const home = keyText(row.home);
  const identity = draft.identities.get(home);
  if (identity && Object.keys(facts).length > 0) {
    const profile = mergeProfiles([identity.profile, facts]);
    draft.identities.set(home, { ...identity, profile, isChanged: true });
  }
  const customer = draft.customers.get(person.id);
  if (customer && decision.wasTrashed)
    draft.customers.set(person.id, { ...customer, deletedAt: null, isChanged: true });
  for (const { said, key } of decision.consents) {
    draft.consents.push({
      ...{ channel: said.channel, state: said.state, purpose: "marketing", decidedAt: at, optInLevel: null },
      identity: key,
      source: "import",
      ...(consent ? { wording: `${consent.wording} (${consent.source})` } : {}),
    });
  }
}

/** Facts of an import are told at its time; of two rows the later one stands. */
export function stampOf(importId: string, at: string): (row: number) => FactStamp {
  return (row) => ({ at, hash: importHash(importId, row) });
}
