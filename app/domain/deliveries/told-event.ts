import type { CanonicalEvent, ConsentFact, PersonRef } from "~/connectors/canonical";
import { type IdentityKey, identitiesOf } from "~/domain/customers/identity-key";
import type { FactStamp } from "~/domain/customers/profile-facts";
import type { ReceivedDelivery } from "./delivery.schema";

/** A decision with its time; what was never decided is no entry in the ledger. */
export type DatedConsent = ConsentFact & { decidedAt: string };

/**
 * That a shop named a person. `at` never changes for one record (when the order
 * was placed, when the account was made), so states of it are the same evidence
 * whichever arrives first; `stamp` says which of them tells the newer facts.
 */
export type Evidence = {
  /** Null when the event names nobody. */
  person: PersonRef | null;
  /** Strongest first. */
  identities: IdentityKey[];
  at: string;
  stamp: FactStamp;
  consents: DatedConsent[];
};

/** An event with what its delivery adds. All times are ISO 8601 UTC with milliseconds. */
export type ToldEvent = {
  event: CanonicalEvent;
  deliveryId: string;
  /** The version's time: the source's own where its clock is believable, else when the inbox received it. */
  time: string;
  receivedAt: string;
  bodyHash: string;
  evidence: Evidence;
};

export function toToldEvent(
  event: CanonicalEvent,
  delivery: Pick<ReceivedDelivery, "id" | "receivedAt" | "bodyHash">,
  shopId: string,
): ToldEvent {
  const receivedAt = instant(delivery.receivedAt);
  const time = versionTime(event.sourceTime, receivedAt);
  const { id: deliveryId, bodyHash } = delivery;
  const { person, at, stamp, consents } = tellingOf(event, time, bodyHash);
  const dated = consents.flatMap((consent) => dateConsent(consent, time));
  const evidence = { person, at, stamp, identities: identitiesOf(person, shopId), consents: dated };
  return { event, deliveryId, time, receivedAt, bodyHash, evidence };
}

/** Shops' clocks run ahead by seconds; a time further ahead would make every later state stale. */
const CLOCK_SKEW_MS = 5 * 60_000;

function versionTime(sourceTime: string | null, receivedAt: string): string {
  if (sourceTime === null) return receivedAt;
  const time = instant(sourceTime);
  return Date.parse(time) > Date.parse(receivedAt) + CLOCK_SKEW_MS ? receivedAt : time;
}

type Telling = Pick<Evidence, "person" | "at" | "stamp"> & { consents: ConsentFact[] };

function tellingOf(event: CanonicalEvent, time: string, bodyHash: string): Telling {
  if (event.kind === "order.state") {
    const { person, placedAt, consents } = event.order;
    const at = instant(placedAt);
    // Among the states of one order the newest tells, but none outdates a later order.
    return { person, at, stamp: { at, hash: `${time} ${bodyHash}` }, consents };
  }
  if (event.kind === "subscription.state") {
    const { person, startedAt } = event.subscription;
    const at = instant(startedAt);
    return { person, at, stamp: { at, hash: `${time} ${bodyHash}` }, consents: [] };
  }
  const stamp = { at: time, hash: bodyHash };
  if (event.kind === "customer.state") {
    const { person, externalId, createdAt, consents } = event.customer;
    const named = { ...person, platformId: person.platformId ?? externalId };
    return { person: named, at: instant(createdAt ?? time), stamp, consents };
  }
  if (event.kind === "consent.changed") {
    return { person: event.person, at: time, stamp, consents: event.consents };
  }
  return { person: null, at: time, stamp, consents: [] };
}

function dateConsent(consent: ConsentFact, time: string): DatedConsent[] {
  if (consent.decidedAt === null && consent.state === "never") return [];
  return [{ ...consent, decidedAt: instant(consent.decidedAt ?? time) }];
}

function instant(text: string): string {
  return new Date(text).toISOString();
}
