import type { Profile } from "~/db/schema/profile";
import { type IdentityKey, keyText } from "~/domain/customers/identity-key";
import { isSameProfile, mergeProfiles, shopFacts } from "~/domain/customers/profile-facts";
import type { BatchDraft, DraftIdentity } from "./batch-draft";
import { edgeKey } from "./draft-edges";
import type { DatedConsent, Evidence } from "./told-event";

/** What became of an evidence. */
export type Telling = {
  /** Key text of the strongest identity, under which the facts were kept; null when there is none. */
  identity: string | null;
  /** Set when the person was erased after this was said: nothing of it was kept. */
  erasedAt: string | null;
  /** Whether any part of it names someone who was erased. */
  isWithheld: boolean;
  /** Whether all that it says has been told anew since. */
  isOutdated: boolean;
};

/**
 * Adds one telling of a person: identities and edges only grow and keep their
 * earliest time, each fact its newest. What a tombstone covers adds nothing, and
 * where it covers the strongest identity the whole telling is about the erased.
 * `erasedUntil` covers the telling as such, whoever it names.
 */
export function tellPerson(draft: BatchDraft, evidence: Evidence, erasedUntil: string): Telling {
  const { identities, at, person, stamp } = evidence;
  const until = (key: IdentityKey) => draft.tombstones.get(keyText(key)) ?? "";
  const [strongest] = identities;
  const own = strongest ? until(strongest) : "";
  const covers = own > erasedUntil ? own : erasedUntil;
  if (covers >= at) return { identity: null, erasedAt: covers, isWithheld: true, isOutdated: false };
  if (!strongest || !person) return { identity: null, erasedAt: null, isWithheld: false, isOutdated: false };

  const live = identities.filter((key) => until(key) < at);
  const drafted = live.map((key) => seeIdentity(draft, key, at));
  for (const [i, stronger] of drafted.entries()) {
    for (const weaker of drafted.slice(i + 1)) seeEdge(draft, stronger, weaker, at);
  }
  const isOutdated = !keepFacts(draft, keyText(strongest), shopFacts(person, stamp), stamp.at);
  for (const consent of evidence.consents) addConsent(draft, live, consent);
  const isWithheld = live.length < identities.length;
  return { identity: keyText(strongest), erasedAt: null, isWithheld, isOutdated };
}

export function seeIdentity(draft: BatchDraft, key: IdentityKey, at: string): DraftIdentity {
  const text = keyText(key);
  const known = draft.identities.get(text);
  if (known && known.firstSeenAt <= at) return known;
  const seen = known
    ? { ...known, firstSeenAt: at, isChanged: true }
    : {
        ...key,
        id: draft.newId(),
        firstSeenAt: at,
        isHub: false,
        profile: {},
        customerId: null,
        isMoved: false,
        isChanged: true,
      };
  draft.identities.set(text, seen);
  return seen;
}

export function seeEdge(draft: BatchDraft, a: DraftIdentity, b: DraftIdentity, at: string): void {
  const [stronger, weaker] = [keyText(a), keyText(b)];
  const known = draft.edges.get(edgeKey(stronger, weaker));
  if (known && known.firstSeenAt <= at) return;
  draft.edges.set(edgeKey(stronger, weaker), { stronger, weaker, firstSeenAt: at, isChanged: true });
}

/** False when nothing was kept because every field has been told later. */
function keepFacts(draft: BatchDraft, text: string, facts: Profile, at: string): boolean {
  const identity = draft.identities.get(text);
  if (!identity) return true;
  const profile = mergeProfiles([identity.profile, facts]);
  if (isSameProfile(profile, identity.profile)) return Object.values(profile).every((fact) => fact.at <= at);
  draft.identities.set(text, { ...identity, profile, isChanged: true });
  return true;
}

/**
 * A consent belongs to the address it is about; without one there is nothing to
 * keep it under. Nobody who was erased has consented to anything before.
 */
function addConsent(draft: BatchDraft, identities: readonly IdentityKey[], consent: DatedConsent): void {
  const kind = consent.channel === "email" ? "email" : "phone";
  const address = identities.find((key) => key.kind === kind);
  if (!address || (draft.tombstones.get(keyText(address)) ?? "") >= consent.decidedAt) return;
  draft.consents.push({ ...consent, identity: keyText(address) });
}
