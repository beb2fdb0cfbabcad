import type { Address, PersonRef } from "~/connectors/canonical";
import type { Fact, Profile } from "~/db/schema/profile";
import { compareTexts } from "~/lib/compare-texts";
import { normalizeEmail } from "~/lib/email";
import { normalizePhone } from "~/lib/phone";
import type { FactStamp } from "../customers/profile-facts";
import type { FieldDiff } from "./import-outcomes";
import type { ImportedPerson } from "./people";

/** Facts that a row tells anew. */
export type ChangedProfile = { facts: Profile };

const ADDRESS_PARTS = ["line1", "line2", "city", "state", "postcode", "country"] as const;

/** Puts what a row says of a person over what is known, where it differs and a person did not set it. */
export function changeProfile(
  person: ImportedPerson,
  said: PersonRef,
  stamp: FactStamp,
): ChangedProfile & { diffs: FieldDiff[] } {
  const facts: Profile = {};
  const diffs: FieldDiff[] = [];
  const { profile } = person;
  const tell = <T>(fact: Fact<T> | undefined, value: T): Fact<T> | undefined =>
    fact && !isOlder(fact, stamp) ? undefined : { value, ...stamp, source: "import" };
  for (const field of ["name", "email", "phone", "company"] as const) {
    const value = said[field];
    const before = profile[field]?.value ?? contactOf(person, field);
    if (value === null || isSame(field, value, before)) continue;
    const fact = tell(profile[field], value);
    if (!fact) continue;
    facts[field] = fact;
    diffs.push({ field, before, after: value });
  }
  const address = said.address && overAddress(profile.address?.value, said.address);
  const fact = address && address.changed.length > 0 ? tell(profile.address, address.value) : undefined;
  if (address && fact) {
    facts.address = fact;
    diffs.push(...address.changed);
  }
  Object.assign(profile, facts);
  return { facts, diffs };
}

function isOlder(fact: Fact<unknown>, stamp: FactStamp): boolean {
  if (fact.source === "person") return false;
  return (compareTexts(fact.at, stamp.at) || compareTexts(fact.hash, stamp.hash)) < 0;
}

/** A contact that no fact tells is still known by its identity. */
function contactOf({ keys }: ImportedPerson, field: string): string | null {
  if (field !== "email" && field !== "phone") return null;
  return keys.find((key) => key.startsWith(`${field}||`))?.slice(field.length + 2) ?? null;
}

function isSame(field: string, value: string, before: string | null): boolean {
  if (before === null) return false;
  if (field === "email") return normalizeEmail(value) === normalizeEmail(before);
  if (field === "phone") return normalizePhone(value) === normalizePhone(before);
  return value === before;
}

/** The address with the parts that the row names; blanks erase nothing. */
function overAddress(before: Address | undefined, said: Address) {
  const known = before ?? {
    line1: null,
    line2: null,
    city: null,
    state: null,
    postcode: null,
    country: null,
  };
  const value = { ...known };
  const changed: FieldDiff[] = [];
  for (const part of ADDRESS_PARTS) {
    const after = said[part];
    if (after === null || after === known[part]) continue;
    value[part] = after;
    changed.push({ field: part, before: known[part], after });
  }
  return { value, changed };
}
