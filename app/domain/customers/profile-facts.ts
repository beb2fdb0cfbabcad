import type { PersonRef } from "~/connectors/canonical";
import type { Fact, Profile } from "~/db/schema/profile";
import { compareTexts } from "~/lib/compare-texts";

/** When a fact was told, and what decides between two told at the same time. */
export type FactStamp = { at: string; hash: string };

const FIELDS = ["name", "email", "phone", "company", "address"] as const;

/** What a shop's telling says about a person. What it leaves out is no fact: an empty never overwrites. */
export function shopFacts(person: PersonRef, stamp: FactStamp): Profile {
  const facts: Profile = {};
  const fact = <T>(value: T): Fact<T> => ({ value, ...stamp, source: "shop" });
  if (person.name) facts.name = fact(person.name);
  if (person.email) facts.email = fact(person.email);
  if (person.phone) facts.phone = fact(person.phone);
  if (person.company) facts.company = fact(person.company);
  if (person.address) facts.address = fact(person.address);
  return facts;
}

/** Each field's newest fact, whatever order the profiles come in. */
export function mergeProfiles(profiles: Iterable<Profile>): Profile {
  const merged: Profile = {};
  for (const profile of profiles) {
    keepLater(merged, "name", profile.name);
    keepLater(merged, "email", profile.email);
    keepLater(merged, "phone", profile.phone);
    keepLater(merged, "company", profile.company);
    keepLater(merged, "address", profile.address);
  }
  return merged;
}

/** The facts of a profile that a person set; they stand until they are released. */
export function personFacts(profile: Profile): Profile {
  const kept = FIELDS.filter((field) => profile[field]?.source === "person");
  return Object.fromEntries(kept.map((field) => [field, profile[field]]));
}

/** Whether both hold the same facts. */
export function isSameProfile(a: Profile, b: Profile): boolean {
  return FIELDS.every((field) => compareFacts(a[field], b[field]) === 0);
}

function keepLater<F extends keyof Profile>(into: Profile, field: F, fact: Profile[F]): void {
  if (fact && compareFacts(fact, into[field]) > 0) into[field] = fact;
}

function compareFacts(a: FactStamp | undefined, b: FactStamp | undefined): number {
  if (!a || !b) return Number(Boolean(a)) - Number(Boolean(b));
  return compareTexts(a.at, b.at) || compareTexts(a.hash, b.hash);
}
