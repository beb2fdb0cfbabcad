import type { Address } from "~/connectors/canonical";
import type { Fact, Profile } from "~/db/schema/profile";
import { normalizeEmail } from "~/lib/email";
import { normalizePhone } from "~/lib/phone";
import type { IdentityKey, IdentityKind } from "./identity-key";
import { mergeProfiles, personFacts } from "./profile-facts";
import { composeSearchText, foldText } from "./search-text";

// Folding can lengthen a text many times, and an index takes no row above 2,700 bytes.
const LONGEST_SORT_NAME = 200;

/** The columns of a customer that follow from its identities. */
export type CustomerColumns = {
  name: string | null;
  sortName: string;
  email: string | null;
  phone: string | null;
  phoneRaw: string | null;
  company: string | null;
  city: string | null;
  state: string | null;
  country: string | null;
  profile: Profile;
  searchText: string;
};

/**
 * What a customer looks like: the newest facts of its identities, under what a
 * person set on the customer itself (`own`). Most senior identity first. An
 * address that nobody told apart from the identity itself still stands as contact.
 */
export function projectCustomer(
  identities: readonly (IdentityKey & { profile: Profile })[],
  own: Profile,
): CustomerColumns {
  const profile = { ...mergeProfiles(identities.map((one) => one.profile)), ...personFacts(own) };
  const address: Partial<Address> = profile.address?.value ?? {};
  const email = isCleared(profile.email)
    ? null
    : (normalizeEmail(profile.email?.value ?? null) ?? firstOf(identities, "email"));
  const phone = isCleared(profile.phone)
    ? null
    : (normalizePhone(profile.phone?.value ?? null, address.country ?? "MY") ?? firstOf(identities, "phone"));
  const name = profile.name?.value || null;
  const company = profile.company?.value || null;
  return {
    name,
    sortName: foldText(name ?? email ?? phone ?? firstOf(identities, "platform") ?? "").slice(
      0,
      LONGEST_SORT_NAME,
    ),
    email,
    phone,
    phoneRaw: profile.phone?.value || null,
    company,
    city: address.city ?? null,
    state: address.state ?? null,
    country: address.country ?? null,
    profile,
    searchText: composeSearchText({
      name,
      company,
      emails: withOthers(email, identities, "email"),
      phones: withOthers(phone, identities, "phone"),
    }),
  };
}

/** Whether a person said that there is none. */
function isCleared(fact: Fact<string> | undefined): boolean {
  return fact?.source === "person" && fact.value === "";
}

function firstOf(identities: readonly IdentityKey[], kind: IdentityKind): string | null {
  return identities.find((one) => one.kind === kind)?.value ?? null;
}

/** The contact in use first, then every other one the customer is known by. */
function withOthers(first: string | null, identities: readonly IdentityKey[], kind: IdentityKind): string[] {
  const others = identities.filter((one) => one.kind === kind).map((one) => one.value);
  return [...new Set(first ? [first, ...others] : others)];
}
